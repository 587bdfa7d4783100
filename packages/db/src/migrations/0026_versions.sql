CREATE TABLE "agenda_remark" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"thread" uuid NOT NULL,
	"what" text NOT NULL,
	"field" text NOT NULL,
	"text" text NOT NULL,
	"field_hash" text,
	"by_account" uuid,
	"by_role" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agenda_remark" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agenda_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"what" text NOT NULL,
	"version" integer,
	"replaced" jsonb,
	"by_account" uuid,
	"by_role" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agenda_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intervention_remark" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"thread" uuid NOT NULL,
	"what" text NOT NULL,
	"field" text NOT NULL,
	"text" text NOT NULL,
	"field_hash" text,
	"by_account" uuid,
	"by_role" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "intervention_remark" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intervention_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"what" text NOT NULL,
	"version" integer,
	"replaced" jsonb,
	"by_account" uuid,
	"by_role" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "intervention_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "agenda_version" ADD COLUMN "published_role" text;--> statement-breakpoint
ALTER TABLE "intervention_version" ADD COLUMN "published_role" text;--> statement-breakpoint
ALTER TABLE "agenda_remark" ADD CONSTRAINT "agenda_remark_document_id_agenda_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."agenda"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_step" ADD CONSTRAINT "agenda_step_document_id_agenda_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."agenda"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervention_remark" ADD CONSTRAINT "intervention_remark_document_id_intervention_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."intervention"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervention_step" ADD CONSTRAINT "intervention_step_document_id_intervention_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."intervention"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_remark_document" ON "agenda_remark" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "agenda_step_document" ON "agenda_step" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "intervention_remark_document" ON "intervention_remark" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "intervention_step_document" ON "intervention_step" USING btree ("document_id");--> statement-breakpoint
CREATE POLICY "agenda_remark_wall" ON "agenda_remark" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "agenda_remark_seen" ON "agenda_remark" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "agenda_remark_insert" ON "agenda_remark" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "agenda_step_wall" ON "agenda_step" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "agenda_step_seen" ON "agenda_step" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "agenda_step_insert" ON "agenda_step" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "intervention_remark_wall" ON "intervention_remark" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "intervention_remark_seen" ON "intervention_remark" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "intervention_remark_insert" ON "intervention_remark" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "intervention_step_wall" ON "intervention_step" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "intervention_step_seen" ON "intervention_step" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "intervention_step_insert" ON "intervention_step" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));
--> statement-breakpoint
ALTER TABLE "agenda_remark" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "agenda_step" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "intervention_remark" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "intervention_step" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "agenda_remark" TO "wall";
--> statement-breakpoint
GRANT select ON "agenda_remark" TO "app";
--> statement-breakpoint
GRANT insert ON "agenda_remark" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "agenda_step" TO "wall";
--> statement-breakpoint
GRANT select ON "agenda_step" TO "app";
--> statement-breakpoint
GRANT insert ON "agenda_step" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "intervention_remark" TO "wall";
--> statement-breakpoint
GRANT select ON "intervention_remark" TO "app";
--> statement-breakpoint
GRANT insert ON "intervention_remark" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "intervention_step" TO "wall";
--> statement-breakpoint
GRANT select ON "intervention_step" TO "app";
--> statement-breakpoint
GRANT insert ON "intervention_step" TO "app";
