CREATE TABLE "consultation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality" text NOT NULL,
	"state" text NOT NULL,
	"by_side" text NOT NULL,
	"held_on" date NOT NULL,
	"content" jsonb NOT NULL,
	"number" integer NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "consultation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consultation_step" (
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"municipality" text NOT NULL,
	"what" text NOT NULL,
	"side" text DEFAULT 'municipality' NOT NULL,
	"by_role" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"held_on" date,
	"content" jsonb,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "consultation_step_consultation_id_number_pk" PRIMARY KEY("consultation_id","number"),
	CONSTRAINT "consultation_step_tells" CHECK ((what in ('recorded', 'corrected')) = (held_on is not null and content is not null))
);
--> statement-breakpoint
ALTER TABLE "consultation_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "signed_commitment" (
	"municipality" text NOT NULL,
	"commitment" text NOT NULL,
	"signed_on" date NOT NULL,
	"ended_on" date,
	"source" text NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "signed_commitment_municipality_commitment_pk" PRIMARY KEY("municipality","commitment"),
	CONSTRAINT "signed_commitment_period" CHECK (ended_on is null or ended_on >= signed_on)
);
--> statement-breakpoint
ALTER TABLE "signed_commitment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "profile" (
	"membership_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"handle" text DEFAULT substr(translate(gen_random_uuid()::text, '-01', 'xyz'), 1, 10) NOT NULL,
	"name" text NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "profile_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
ALTER TABLE "profile" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "profile_field" (
	"membership_id" uuid NOT NULL,
	"field" text NOT NULL,
	"account_id" uuid NOT NULL,
	"shown_to" text DEFAULT 'nobody' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"themes" text[] DEFAULT '{}' NOT NULL,
	"municipality" text,
	"organisation_id" uuid,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "profile_field_membership_id_field_pk" PRIMARY KEY("membership_id","field")
);
--> statement-breakpoint
ALTER TABLE "profile_field" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_step" ADD CONSTRAINT "consultation_step_consultation_id_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_step" ADD CONSTRAINT "consultation_step_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_commitment" ADD CONSTRAINT "signed_commitment_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile" ADD CONSTRAINT "profile_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile" ADD CONSTRAINT "profile_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_field" ADD CONSTRAINT "profile_field_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_field" ADD CONSTRAINT "profile_field_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_field" ADD CONSTRAINT "profile_field_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_field" ADD CONSTRAINT "profile_field_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consultation_municipality" ON "consultation" USING btree ("municipality","held_on");--> statement-breakpoint
CREATE UNIQUE INDEX "consultation_day" ON "consultation" USING btree ("municipality","held_on") WHERE state in ('recorded', 'confirmed');--> statement-breakpoint
CREATE INDEX "consultation_step_municipality" ON "consultation_step" USING btree ("municipality");--> statement-breakpoint
CREATE INDEX "profile_account" ON "profile" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "profile_field_account" ON "profile_field" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "profile_field_municipality" ON "profile_field" USING btree ("municipality");--> statement-breakpoint
CREATE POLICY "consultation_wall" ON "consultation" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "consultation_seen" ON "consultation" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "consultation_step_wall" ON "consultation_step" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "consultation_step_seen" ON "consultation_step" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "consultation_step_insert" ON "consultation_step" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "signed_commitment_wall" ON "signed_commitment" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "signed_commitment_seen" ON "signed_commitment" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "signed_commitment_insert" ON "signed_commitment" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "signed_commitment_update" ON "signed_commitment" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "signed_commitment_delete" ON "signed_commitment" AS PERMISSIVE FOR DELETE TO "app" USING (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "profile_wall" ON "profile" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "profile_seen" ON "profile" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "profile_field_wall" ON "profile_field" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "profile_field_seen" ON "profile_field" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "profile_field_insert" ON "profile_field" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "profile_field_update" ON "profile_field" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "profile_field_delete" ON "profile_field" AS PERMISSIVE FOR DELETE TO "app" USING (writable_by && (select wall.app_scopes()));
--> statement-breakpoint
ALTER TABLE "consultation" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "consultation_step" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "signed_commitment" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "profile" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "profile_field" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "consultation" TO "wall";
--> statement-breakpoint
GRANT select ON "consultation" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "consultation_step" TO "wall";
--> statement-breakpoint
GRANT select ON "consultation_step" TO "app";
--> statement-breakpoint
GRANT insert ON "consultation_step" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "signed_commitment" TO "wall";
--> statement-breakpoint
GRANT select ON "signed_commitment" TO "app";
--> statement-breakpoint
GRANT insert ON "signed_commitment" TO "app";
--> statement-breakpoint
GRANT update ON "signed_commitment" TO "app";
--> statement-breakpoint
GRANT delete ON "signed_commitment" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "profile" TO "wall";
--> statement-breakpoint
GRANT select ON "profile" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "profile_field" TO "wall";
--> statement-breakpoint
GRANT select ON "profile_field" TO "app";
--> statement-breakpoint
GRANT insert ON "profile_field" TO "app";
--> statement-breakpoint
GRANT update ON "profile_field" TO "app";
--> statement-breakpoint
GRANT delete ON "profile_field" TO "app";
