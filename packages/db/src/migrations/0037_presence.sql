CREATE TABLE "agenda_presence" (
	"document_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"by_municipality" text,
	"by_role" text,
	"place" text DEFAULT '' NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "agenda_presence_document_id_account_id_pk" PRIMARY KEY("document_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "agenda_presence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intervention_presence" (
	"document_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"by_municipality" text,
	"by_role" text,
	"place" text DEFAULT '' NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "intervention_presence_document_id_account_id_pk" PRIMARY KEY("document_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "intervention_presence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "agenda_presence" ADD CONSTRAINT "agenda_presence_document_id_agenda_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."agenda"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervention_presence" ADD CONSTRAINT "intervention_presence_document_id_intervention_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."intervention"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "agenda_presence_wall" ON "agenda_presence" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "agenda_presence_seen" ON "agenda_presence" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "agenda_presence_insert" ON "agenda_presence" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "agenda_presence_update" ON "agenda_presence" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "intervention_presence_wall" ON "intervention_presence" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "intervention_presence_seen" ON "intervention_presence" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "intervention_presence_insert" ON "intervention_presence" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "intervention_presence_update" ON "intervention_presence" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));
--> statement-breakpoint
ALTER TABLE "agenda_presence" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "intervention_presence" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "agenda_presence" TO "wall";
--> statement-breakpoint
GRANT select ON "agenda_presence" TO "app";
--> statement-breakpoint
GRANT insert ON "agenda_presence" TO "app";
--> statement-breakpoint
GRANT update ON "agenda_presence" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "intervention_presence" TO "wall";
--> statement-breakpoint
GRANT select ON "intervention_presence" TO "app";
--> statement-breakpoint
GRANT insert ON "intervention_presence" TO "app";
--> statement-breakpoint
GRANT update ON "intervention_presence" TO "app";
