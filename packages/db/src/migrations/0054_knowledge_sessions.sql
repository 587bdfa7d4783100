CREATE TABLE "session_feedback" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"score" integer NOT NULL,
	"useful" text NOT NULL,
	"better" text NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session_feedback" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_registration" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"account_id" uuid,
	"name" text NOT NULL,
	"belongs" text DEFAULT '' NOT NULL,
	"guest_address" text,
	"answer" text DEFAULT '' NOT NULL,
	"choices" text[] DEFAULT '{}' NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirm_until" timestamp with time zone,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attended_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"feedback_at" timestamp with time zone,
	"tell" text,
	"tell_since" timestamp with time zone,
	"link_hashes" text[] DEFAULT '{}' NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session_registration" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_seat" (
	"registration_id" uuid NOT NULL,
	"part" text NOT NULL,
	"session_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"state" text NOT NULL,
	"offered_until" timestamp with time zone,
	CONSTRAINT "session_seat_registration_id_part_pk" PRIMARY KEY("registration_id","part")
);
--> statement-breakpoint
ALTER TABLE "session_seat" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality" text,
	"host_community" uuid,
	"handle" text NOT NULL,
	"state" text DEFAULT 'proposal' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"published_version" integer,
	"cancelled_reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "knowledge_session_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
ALTER TABLE "knowledge_session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_session_version" (
	"session_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"current" boolean DEFAULT true NOT NULL,
	"municipality" text,
	"host_community" uuid,
	"handle" text NOT NULL,
	"visibility" text NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"note" text NOT NULL,
	"published_role" text,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"state" text NOT NULL,
	"state_at" timestamp with time zone DEFAULT now() NOT NULL,
	"cancelled_reason" text DEFAULT '' NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "knowledge_session_version_session_id_number_pk" PRIMARY KEY("session_id","number")
);
--> statement-breakpoint
ALTER TABLE "knowledge_session_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"url" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_outcome" (
	"session_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"intervention_id" uuid,
	"municipality" text,
	CONSTRAINT "session_outcome_session_id_number_key_pk" PRIMARY KEY("session_id","number","key")
);
--> statement-breakpoint
ALTER TABLE "session_outcome" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_part" (
	"session_id" uuid NOT NULL,
	"part" text NOT NULL,
	"places" integer,
	"taken" integer DEFAULT 0 NOT NULL,
	"waiting" integer DEFAULT 0 NOT NULL,
	"next_ordinal" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "session_part_session_id_part_pk" PRIMARY KEY("session_id","part")
);
--> statement-breakpoint
ALTER TABLE "session_part" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "session_feedback" ADD CONSTRAINT "session_feedback_session_id_knowledge_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."knowledge_session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_registration" ADD CONSTRAINT "session_registration_session_id_knowledge_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."knowledge_session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_registration" ADD CONSTRAINT "session_registration_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_seat" ADD CONSTRAINT "session_seat_registration_id_session_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."session_registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_session" ADD CONSTRAINT "knowledge_session_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_session_version" ADD CONSTRAINT "knowledge_session_version_session_id_knowledge_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."knowledge_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_link" ADD CONSTRAINT "session_link_session_id_knowledge_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."knowledge_session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_part" ADD CONSTRAINT "session_part_session_id_knowledge_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."knowledge_session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_feedback_session" ON "session_feedback" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_registration_account" ON "session_registration" USING btree ("session_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_registration_guest" ON "session_registration" USING btree ("session_id","guest_address");--> statement-breakpoint
CREATE INDEX "session_registration_of_account" ON "session_registration" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "session_registration_tell" ON "session_registration" USING btree ("tell_since");--> statement-breakpoint
CREATE INDEX "session_registration_links" ON "session_registration" USING gin ("link_hashes");--> statement-breakpoint
CREATE UNIQUE INDEX "session_seat_order" ON "session_seat" USING btree ("session_id","part","ordinal");--> statement-breakpoint
CREATE INDEX "knowledge_session_municipality" ON "knowledge_session" USING btree ("municipality","updated_at");--> statement-breakpoint
CREATE INDEX "knowledge_session_version_handle" ON "knowledge_session_version" USING btree ("handle","number");--> statement-breakpoint
CREATE INDEX "knowledge_session_version_starts" ON "knowledge_session_version" USING btree ("starts_at","session_id");--> statement-breakpoint
CREATE INDEX "session_link_session" ON "session_link" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "session_outcome_intervention" ON "session_outcome" USING btree ("intervention_id");--> statement-breakpoint
CREATE POLICY "session_feedback_wall" ON "session_feedback" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "session_feedback_seen" ON "session_feedback" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "session_registration_wall" ON "session_registration" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "session_registration_seen" ON "session_registration" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "session_seat_wall" ON "session_seat" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "session_seat_seen" ON "session_seat" AS PERMISSIVE FOR SELECT TO "app" USING (exists (select 1 from session_registration r where r.id = session_seat.registration_id));--> statement-breakpoint
CREATE POLICY "knowledge_session_wall" ON "knowledge_session" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "knowledge_session_seen" ON "knowledge_session" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "knowledge_session_insert" ON "knowledge_session" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "knowledge_session_update" ON "knowledge_session" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "knowledge_session_delete" ON "knowledge_session" AS PERMISSIVE FOR DELETE TO "app" USING (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "knowledge_session_version_wall" ON "knowledge_session_version" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "knowledge_session_version_seen" ON "knowledge_session_version" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "knowledge_session_version_insert" ON "knowledge_session_version" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "session_link_wall" ON "session_link" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "session_link_seen" ON "session_link" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "session_link_insert" ON "session_link" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "session_link_delete" ON "session_link" AS PERMISSIVE FOR DELETE TO "app" USING (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "session_outcome_wall" ON "session_outcome" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "session_outcome_seen" ON "session_outcome" AS PERMISSIVE FOR SELECT TO "app" USING (exists (select 1 from knowledge_session_version v where v.session_id = session_outcome.session_id and v.number = session_outcome.number));--> statement-breakpoint
CREATE POLICY "session_part_wall" ON "session_part" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "session_part_seen" ON "session_part" AS PERMISSIVE FOR SELECT TO "app" USING (exists (select 1 from knowledge_session_version v where v.session_id = session_part.session_id and v.current));
--> statement-breakpoint
ALTER TABLE "session_feedback" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "session_registration" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "session_seat" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "knowledge_session" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "knowledge_session_version" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "session_link" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "session_outcome" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "session_part" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "session_feedback" TO "wall";
--> statement-breakpoint
GRANT select ON "session_feedback" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "session_registration" TO "wall";
--> statement-breakpoint
GRANT select ON "session_registration" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "session_seat" TO "wall";
--> statement-breakpoint
GRANT select ON "session_seat" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "knowledge_session" TO "wall";
--> statement-breakpoint
GRANT select ON "knowledge_session" TO "app";
--> statement-breakpoint
GRANT insert ON "knowledge_session" TO "app";
--> statement-breakpoint
GRANT update ON "knowledge_session" TO "app";
--> statement-breakpoint
GRANT delete ON "knowledge_session" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "knowledge_session_version" TO "wall";
--> statement-breakpoint
GRANT select ON "knowledge_session_version" TO "app";
--> statement-breakpoint
GRANT insert ON "knowledge_session_version" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "session_link" TO "wall";
--> statement-breakpoint
GRANT select ON "session_link" TO "app";
--> statement-breakpoint
GRANT insert ON "session_link" TO "app";
--> statement-breakpoint
GRANT delete ON "session_link" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "session_outcome" TO "wall";
--> statement-breakpoint
GRANT select ON "session_outcome" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "session_part" TO "wall";
--> statement-breakpoint
GRANT select ON "session_part" TO "app";
