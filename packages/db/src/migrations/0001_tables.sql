CREATE TABLE "account" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"address" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
ALTER TABLE "attempt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credential" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credential" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"address" text NOT NULL,
	"kind" text NOT NULL,
	"municipality" text,
	"organisation_id" uuid,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "invitation_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitation_role_fits_kind" CHECK (
  (kind = 'municipality' and role in ('reader', 'editor', 'publisher', 'administrator') and municipality is not null and organisation_id is null)
  or (kind = 'organisation' and role = 'partner' and organisation_id is not null and municipality is null)
  or (kind = 'alliance' and role = 'coordinator' and municipality is null and organisation_id is null)
  or (kind = 'installation' and role = 'operator' and municipality is null and organisation_id is null))
);
--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "login_session" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"membership_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "login_session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"municipality" text,
	"organisation_id" uuid,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "membership_role_fits_kind" CHECK (
  (kind = 'municipality' and role in ('reader', 'editor', 'publisher', 'administrator') and municipality is not null and organisation_id is null)
  or (kind = 'organisation' and role = 'partner' and organisation_id is not null and municipality is null)
  or (kind = 'alliance' and role = 'coordinator' and municipality is null and organisation_id is null)
  or (kind = 'installation' and role = 'operator' and municipality is null and organisation_id is null))
);
--> statement-breakpoint
ALTER TABLE "membership" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agenda" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality" text NOT NULL,
	"handle" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"published_version" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "agenda_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
ALTER TABLE "agenda" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agenda_version" (
	"agenda_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"current" boolean DEFAULT true NOT NULL,
	"municipality" text NOT NULL,
	"handle" text NOT NULL,
	"visibility" text NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"note" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "agenda_version_agenda_id_number_pk" PRIMARY KEY("agenda_id","number")
);
--> statement-breakpoint
ALTER TABLE "agenda_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agenda_withdrawal" (
	"agenda_id" uuid PRIMARY KEY NOT NULL,
	"municipality" text NOT NULL,
	"handle" text NOT NULL,
	"title" text NOT NULL,
	"withdrawn_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agenda_withdrawal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"municipality" text,
	"account_id" uuid,
	"action" text NOT NULL,
	"object" text NOT NULL,
	"reason" text,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "document_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality" text NOT NULL,
	"file_name" text NOT NULL,
	"source" text NOT NULL,
	"state" text DEFAULT 'received' NOT NULL,
	"failure_code" text,
	"failure_message" text,
	"extracted" text,
	"draft" jsonb,
	"agenda_id" uuid,
	"intervention_ids" uuid[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "document_import" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intervention" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality" text NOT NULL,
	"handle" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"remark" text,
	"published_version" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "intervention_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
ALTER TABLE "intervention" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intervention_relation" (
	"intervention_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"target" uuid NOT NULL,
	CONSTRAINT "intervention_relation_intervention_id_number_kind_target_pk" PRIMARY KEY("intervention_id","number","kind","target")
);
--> statement-breakpoint
ALTER TABLE "intervention_relation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intervention_version" (
	"intervention_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"current" boolean DEFAULT true NOT NULL,
	"municipality" text NOT NULL,
	"handle" text NOT NULL,
	"visibility" text NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"participations" jsonb NOT NULL,
	"note" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "intervention_version_intervention_id_number_pk" PRIMARY KEY("intervention_id","number")
);
--> statement-breakpoint
ALTER TABLE "intervention_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intervention_withdrawal" (
	"intervention_id" uuid PRIMARY KEY NOT NULL,
	"municipality" text NOT NULL,
	"handle" text NOT NULL,
	"title" text NOT NULL,
	"withdrawn_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "intervention_withdrawal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "participation" (
	"intervention_id" uuid NOT NULL,
	"municipality" text NOT NULL,
	"lead" text NOT NULL,
	"title" text NOT NULL,
	"commitment" text NOT NULL,
	"agreed_at" timestamp with time zone,
	"pupils" integer,
	"schools" text DEFAULT '' NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "participation_intervention_id_municipality_pk" PRIMARY KEY("intervention_id","municipality")
);
--> statement-breakpoint
ALTER TABLE "participation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outgoing_mail" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"last_error" text
);
--> statement-breakpoint
ALTER TABLE "outgoing_mail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "municipality" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"province" text NOT NULL,
	"joined_at" timestamp with time zone,
	"valid_from" date,
	"valid_until" date,
	CONSTRAINT "municipality_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "municipality" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "region" (
	"slug" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "region" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "region_municipality" (
	"region" text NOT NULL,
	"municipality" text NOT NULL,
	CONSTRAINT "region_municipality_region_municipality_pk" PRIMARY KEY("region","municipality")
);
--> statement-breakpoint
ALTER TABLE "region_municipality" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organisation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_document" (
	"doc" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_document_doc_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"audience" integer NOT NULL,
	"kind" smallint NOT NULL,
	"municipality" smallint NOT NULL,
	"theme_mask" bigint NOT NULL,
	"phase_mask" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"id" uuid NOT NULL,
	CONSTRAINT "search_document_kind_id" UNIQUE("kind","id")
);
--> statement-breakpoint
ALTER TABLE "search_document" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_text" (
	"doc" integer PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"title" text NOT NULL,
	"head" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_text" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_value" (
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"bit" smallint NOT NULL,
	CONSTRAINT "search_value_dimension_value_pk" PRIMARY KEY("dimension","value"),
	CONSTRAINT "search_value_bit" UNIQUE("dimension","bit")
);
--> statement-breakpoint
ALTER TABLE "search_value" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_vector" (
	"doc" integer PRIMARY KEY NOT NULL,
	"title" "tsvector" NOT NULL,
	"head" "tsvector" NOT NULL,
	"whole" "tsvector" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_vector" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_word" (
	"word" text PRIMARY KEY NOT NULL,
	"stem" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_word" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "login_session" ADD CONSTRAINT "login_session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "login_session" ADD CONSTRAINT "login_session_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda" ADD CONSTRAINT "agenda_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_version" ADD CONSTRAINT "agenda_version_agenda_id_agenda_id_fk" FOREIGN KEY ("agenda_id") REFERENCES "public"."agenda"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_withdrawal" ADD CONSTRAINT "agenda_withdrawal_agenda_id_agenda_id_fk" FOREIGN KEY ("agenda_id") REFERENCES "public"."agenda"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_import" ADD CONSTRAINT "document_import_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervention" ADD CONSTRAINT "intervention_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervention_version" ADD CONSTRAINT "intervention_version_intervention_id_intervention_id_fk" FOREIGN KEY ("intervention_id") REFERENCES "public"."intervention"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervention_withdrawal" ADD CONSTRAINT "intervention_withdrawal_intervention_id_intervention_id_fk" FOREIGN KEY ("intervention_id") REFERENCES "public"."intervention"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_intervention_id_intervention_id_fk" FOREIGN KEY ("intervention_id") REFERENCES "public"."intervention"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_municipality" ADD CONSTRAINT "region_municipality_region_region_slug_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_municipality" ADD CONSTRAINT "region_municipality_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_text" ADD CONSTRAINT "search_text_doc_search_document_doc_fk" FOREIGN KEY ("doc") REFERENCES "public"."search_document"("doc") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_vector" ADD CONSTRAINT "search_vector_doc_search_document_doc_fk" FOREIGN KEY ("doc") REFERENCES "public"."search_document"("doc") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_address" ON "account" USING btree ("address");--> statement-breakpoint
CREATE INDEX "invitation_municipality" ON "invitation" USING btree ("municipality");--> statement-breakpoint
CREATE INDEX "login_session_account" ON "login_session" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "membership_account" ON "membership" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "membership_municipality" ON "membership" USING btree ("municipality");--> statement-breakpoint
CREATE INDEX "agenda_municipality" ON "agenda" USING btree ("municipality","updated_at");--> statement-breakpoint
CREATE INDEX "agenda_version_current" ON "agenda_version" USING btree ("handle") WHERE current;--> statement-breakpoint
CREATE INDEX "agenda_version_municipality" ON "agenda_version" USING btree ("municipality");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_withdrawal_handle" ON "agenda_withdrawal" USING btree ("handle");--> statement-breakpoint
CREATE INDEX "audit_event_municipality" ON "audit_event" USING btree ("municipality","id");--> statement-breakpoint
CREATE INDEX "document_import_municipality" ON "document_import" USING btree ("municipality","created_at");--> statement-breakpoint
CREATE INDEX "document_import_received" ON "document_import" USING btree ("created_at") WHERE state = 'received';--> statement-breakpoint
CREATE INDEX "intervention_municipality" ON "intervention" USING btree ("municipality","updated_at");--> statement-breakpoint
CREATE INDEX "intervention_relation_target" ON "intervention_relation" USING btree ("target","kind");--> statement-breakpoint
CREATE INDEX "intervention_version_current" ON "intervention_version" USING btree ("handle") WHERE current;--> statement-breakpoint
CREATE UNIQUE INDEX "intervention_withdrawal_handle" ON "intervention_withdrawal" USING btree ("handle");--> statement-breakpoint
CREATE INDEX "participation_municipality" ON "participation" USING btree ("municipality");--> statement-breakpoint
CREATE INDEX "outgoing_mail_due" ON "outgoing_mail" USING btree ("due_at");--> statement-breakpoint
CREATE POLICY "account_wall" ON "account" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "account_seen" ON "account" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "attempt_wall" ON "attempt" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "attempt_counted" ON "attempt" AS PERMISSIVE FOR ALL TO "app" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "credential_wall" ON "credential" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "invitation_wall" ON "invitation" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "invitation_seen" ON "invitation" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "invitation_insert" ON "invitation" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "invitation_update" ON "invitation" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "login_session_wall" ON "login_session" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "membership_wall" ON "membership" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "membership_seen" ON "membership" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "membership_update" ON "membership" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "agenda_wall" ON "agenda" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "agenda_seen" ON "agenda" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "agenda_insert" ON "agenda" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "agenda_update" ON "agenda" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "agenda_delete" ON "agenda" AS PERMISSIVE FOR DELETE TO "app" USING (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "agenda_version_wall" ON "agenda_version" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "agenda_version_seen" ON "agenda_version" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "agenda_version_insert" ON "agenda_version" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "agenda_withdrawal_wall" ON "agenda_withdrawal" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "agenda_withdrawal_seen" ON "agenda_withdrawal" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "agenda_withdrawal_insert" ON "agenda_withdrawal" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "audit_event_wall" ON "audit_event" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_event_seen" ON "audit_event" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "document_import_wall" ON "document_import" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "document_import_seen" ON "document_import" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "document_import_insert" ON "document_import" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "document_import_update" ON "document_import" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "document_import_jobs" ON "document_import" AS PERMISSIVE FOR ALL TO "worker" USING (state = 'received') WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "intervention_wall" ON "intervention" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "intervention_seen" ON "intervention" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "intervention_insert" ON "intervention" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "intervention_update" ON "intervention" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "intervention_delete" ON "intervention" AS PERMISSIVE FOR DELETE TO "app" USING (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "intervention_relation_wall" ON "intervention_relation" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "intervention_relation_seen" ON "intervention_relation" AS PERMISSIVE FOR SELECT TO "app" USING (exists (select 1 from intervention_version v where v.intervention_id = intervention_relation.intervention_id and v.number = intervention_relation.number));--> statement-breakpoint
CREATE POLICY "intervention_version_wall" ON "intervention_version" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "intervention_version_seen" ON "intervention_version" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "intervention_version_insert" ON "intervention_version" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "intervention_withdrawal_wall" ON "intervention_withdrawal" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "intervention_withdrawal_seen" ON "intervention_withdrawal" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "intervention_withdrawal_insert" ON "intervention_withdrawal" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "participation_wall" ON "participation" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "participation_seen" ON "participation" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "participation_insert" ON "participation" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "participation_update" ON "participation" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "participation_delete" ON "participation" AS PERMISSIVE FOR DELETE TO "app" USING (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "outgoing_mail_wall" ON "outgoing_mail" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "outgoing_mail_jobs" ON "outgoing_mail" AS PERMISSIVE FOR ALL TO "worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "municipality_wall" ON "municipality" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "municipality_seen" ON "municipality" AS PERMISSIVE FOR SELECT TO "app", "worker" USING (true);--> statement-breakpoint
CREATE POLICY "region_wall" ON "region" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "region_seen" ON "region" AS PERMISSIVE FOR SELECT TO "app", "worker" USING (true);--> statement-breakpoint
CREATE POLICY "region_municipality_wall" ON "region_municipality" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "region_municipality_seen" ON "region_municipality" AS PERMISSIVE FOR SELECT TO "app", "worker" USING (true);--> statement-breakpoint
CREATE POLICY "organisation_wall" ON "organisation" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "organisation_seen" ON "organisation" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "organisation_insert" ON "organisation" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "organisation_update" ON "organisation" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));
--> statement-breakpoint
ALTER TABLE "account" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "attempt" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "credential" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "invitation" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "login_session" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "membership" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "agenda" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "agenda_version" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "agenda_withdrawal" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "audit_event" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "document_import" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "intervention" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "intervention_relation" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "intervention_version" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "intervention_withdrawal" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "participation" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "outgoing_mail" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "municipality" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "region" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "region_municipality" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "organisation" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "search_document" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "search_text" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "search_value" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "search_vector" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "search_word" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "account" TO "wall";
--> statement-breakpoint
GRANT select ON "account" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "attempt" TO "wall";
--> statement-breakpoint
GRANT select, insert, update, delete ON "attempt" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "credential" TO "wall";
--> statement-breakpoint
GRANT select, insert, update, delete ON "invitation" TO "wall";
--> statement-breakpoint
GRANT select ON "invitation" TO "app";
--> statement-breakpoint
GRANT insert ON "invitation" TO "app";
--> statement-breakpoint
GRANT update ON "invitation" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "login_session" TO "wall";
--> statement-breakpoint
GRANT select, insert, update, delete ON "membership" TO "wall";
--> statement-breakpoint
GRANT select ON "membership" TO "app";
--> statement-breakpoint
GRANT update ON "membership" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "agenda" TO "wall";
--> statement-breakpoint
GRANT select ON "agenda" TO "app";
--> statement-breakpoint
GRANT insert ON "agenda" TO "app";
--> statement-breakpoint
GRANT update ON "agenda" TO "app";
--> statement-breakpoint
GRANT delete ON "agenda" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "agenda_version" TO "wall";
--> statement-breakpoint
GRANT select ON "agenda_version" TO "app";
--> statement-breakpoint
GRANT insert ON "agenda_version" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "agenda_withdrawal" TO "wall";
--> statement-breakpoint
GRANT select ON "agenda_withdrawal" TO "app";
--> statement-breakpoint
GRANT insert ON "agenda_withdrawal" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "audit_event" TO "wall";
--> statement-breakpoint
GRANT select ON "audit_event" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "document_import" TO "wall";
--> statement-breakpoint
GRANT select ON "document_import" TO "app";
--> statement-breakpoint
GRANT insert ON "document_import" TO "app";
--> statement-breakpoint
GRANT update ON "document_import" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "document_import" TO "worker";
--> statement-breakpoint
GRANT select, insert, update, delete ON "intervention" TO "wall";
--> statement-breakpoint
GRANT select ON "intervention" TO "app";
--> statement-breakpoint
GRANT insert ON "intervention" TO "app";
--> statement-breakpoint
GRANT update ON "intervention" TO "app";
--> statement-breakpoint
GRANT delete ON "intervention" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "intervention_relation" TO "wall";
--> statement-breakpoint
GRANT select ON "intervention_relation" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "intervention_version" TO "wall";
--> statement-breakpoint
GRANT select ON "intervention_version" TO "app";
--> statement-breakpoint
GRANT insert ON "intervention_version" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "intervention_withdrawal" TO "wall";
--> statement-breakpoint
GRANT select ON "intervention_withdrawal" TO "app";
--> statement-breakpoint
GRANT insert ON "intervention_withdrawal" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "participation" TO "wall";
--> statement-breakpoint
GRANT select ON "participation" TO "app";
--> statement-breakpoint
GRANT insert ON "participation" TO "app";
--> statement-breakpoint
GRANT update ON "participation" TO "app";
--> statement-breakpoint
GRANT delete ON "participation" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "outgoing_mail" TO "wall";
--> statement-breakpoint
GRANT select, insert, update, delete ON "outgoing_mail" TO "worker";
--> statement-breakpoint
GRANT select, insert, update, delete ON "municipality" TO "wall";
--> statement-breakpoint
GRANT select ON "municipality" TO "app", "worker";
--> statement-breakpoint
GRANT select, insert, update, delete ON "region" TO "wall";
--> statement-breakpoint
GRANT select ON "region" TO "app", "worker";
--> statement-breakpoint
GRANT select, insert, update, delete ON "region_municipality" TO "wall";
--> statement-breakpoint
GRANT select ON "region_municipality" TO "app", "worker";
--> statement-breakpoint
GRANT select, insert, update, delete ON "organisation" TO "wall";
--> statement-breakpoint
GRANT select ON "organisation" TO "app";
--> statement-breakpoint
GRANT insert ON "organisation" TO "app";
--> statement-breakpoint
GRANT update ON "organisation" TO "app";
