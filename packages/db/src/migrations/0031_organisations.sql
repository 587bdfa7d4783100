CREATE TABLE "agenda_party" (
	"agenda_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"named" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "agenda_party_agenda_id_number_named_pk" PRIMARY KEY("agenda_id","number","named")
);
--> statement-breakpoint
ALTER TABLE "agenda_party" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intervention_party" (
	"intervention_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"named" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "intervention_party_intervention_id_number_named_pk" PRIMARY KEY("intervention_id","number","named")
);
--> statement-breakpoint
ALTER TABLE "intervention_party" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisation_merge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"what" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organisation_merge" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "handle" text DEFAULT substr(translate(gen_random_uuid()::text, '-01', 'xyz'), 1, 10) NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "municipality" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "located_in" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "brin" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "website" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "reach" text DEFAULT 'municipality' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "name_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "survivor_id" uuid;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_party" ADD CONSTRAINT "agenda_party_named_organisation_id_fk" FOREIGN KEY ("named") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_party" ADD CONSTRAINT "agenda_party_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervention_party" ADD CONSTRAINT "intervention_party_named_organisation_id_fk" FOREIGN KEY ("named") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervention_party" ADD CONSTRAINT "intervention_party_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_merge" ADD CONSTRAINT "organisation_merge_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_merge" ADD CONSTRAINT "organisation_merge_into_id_organisation_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_party_named" ON "agenda_party" USING btree ("named");--> statement-breakpoint
CREATE INDEX "agenda_party_organisation" ON "agenda_party" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "intervention_party_named" ON "intervention_party" USING btree ("named");--> statement-breakpoint
CREATE INDEX "intervention_party_organisation" ON "intervention_party" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "organisation_merge_at" ON "organisation_merge" USING btree ("at");--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_located_in_municipality_code_fk" FOREIGN KEY ("located_in") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_merged_into_organisation_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_survivor_id_organisation_id_fk" FOREIGN KEY ("survivor_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organisation_name_key" ON "organisation" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "organisation_merged_into" ON "organisation" USING btree ("merged_into");--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_handle_unique" UNIQUE("handle");--> statement-breakpoint
CREATE POLICY "agenda_party_wall" ON "agenda_party" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "agenda_party_seen" ON "agenda_party" AS PERMISSIVE FOR SELECT TO "app" USING (exists (select 1 from agenda_version v where v.agenda_id = agenda_party.agenda_id and v.number = agenda_party.number));--> statement-breakpoint
CREATE POLICY "intervention_party_wall" ON "intervention_party" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "intervention_party_seen" ON "intervention_party" AS PERMISSIVE FOR SELECT TO "app" USING (exists (select 1 from intervention_version v where v.intervention_id = intervention_party.intervention_id and v.number = intervention_party.number));--> statement-breakpoint
CREATE POLICY "organisation_merge_wall" ON "organisation_merge" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "organisation_merge_seen" ON "organisation_merge" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "organisation_merge_insert" ON "organisation_merge" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));
--> statement-breakpoint
ALTER TABLE "agenda_party" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "intervention_party" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "organisation_merge" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "agenda_party" TO "wall";
--> statement-breakpoint
GRANT select ON "agenda_party" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "intervention_party" TO "wall";
--> statement-breakpoint
GRANT select ON "intervention_party" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "organisation_merge" TO "wall";
--> statement-breakpoint
GRANT select ON "organisation_merge" TO "app";
--> statement-breakpoint
GRANT insert ON "organisation_merge" TO "app";
