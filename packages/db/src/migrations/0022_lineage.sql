CREATE TABLE "adoption" (
	"intervention_id" uuid PRIMARY KEY NOT NULL,
	"municipality" text NOT NULL,
	"source_id" uuid NOT NULL,
	"source_version" integer NOT NULL,
	"reasons" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"adopted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "adoption" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "adoption_count" (
	"intervention_id" uuid PRIMARY KEY NOT NULL,
	"adopters" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "adoption_count" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "intervention_relation" ADD COLUMN "target_version" integer;--> statement-breakpoint
ALTER TABLE "intervention_relation" ADD COLUMN "reasons" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_intervention_id_intervention_id_fk" FOREIGN KEY ("intervention_id") REFERENCES "public"."intervention"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_source_id_intervention_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."intervention"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_count" ADD CONSTRAINT "adoption_count_intervention_id_intervention_id_fk" FOREIGN KEY ("intervention_id") REFERENCES "public"."intervention"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "adoption_source" ON "adoption" USING btree ("source_id");--> statement-breakpoint
CREATE POLICY "adoption_wall" ON "adoption" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "adoption_seen" ON "adoption" AS PERMISSIVE FOR SELECT TO "app" USING (exists (select 1 from intervention i where i.id = adoption.intervention_id));--> statement-breakpoint
CREATE POLICY "adoption_insert" ON "adoption" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (exists (select 1 from intervention i where i.id = adoption.intervention_id and writable_by && (select wall.app_scopes())));--> statement-breakpoint
CREATE POLICY "adoption_update" ON "adoption" AS PERMISSIVE FOR UPDATE TO "app" USING (exists (select 1 from intervention i where i.id = adoption.intervention_id and writable_by && (select wall.app_scopes()))) WITH CHECK (exists (select 1 from intervention i where i.id = adoption.intervention_id and writable_by && (select wall.app_scopes())));--> statement-breakpoint
CREATE POLICY "adoption_count_wall" ON "adoption_count" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "adoption_count_seen" ON "adoption_count" AS PERMISSIVE FOR SELECT TO "app" USING (exists (select 1 from intervention i where i.id = adoption_count.intervention_id));
--> statement-breakpoint
ALTER TABLE "adoption" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "adoption_count" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "adoption" TO "wall";
--> statement-breakpoint
GRANT select ON "adoption" TO "app";
--> statement-breakpoint
GRANT insert ON "adoption" TO "app";
--> statement-breakpoint
GRANT update ON "adoption" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "adoption_count" TO "wall";
--> statement-breakpoint
GRANT select ON "adoption_count" TO "app";
