CREATE TABLE "community_library" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"target" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "community_library" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "community_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"what" text NOT NULL,
	"account_id" uuid NOT NULL,
	"about" uuid,
	"thread_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "community_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "community_offer" (
	"thread_id" uuid NOT NULL,
	"municipality" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_aside" boolean DEFAULT false NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "community_offer_thread_id_municipality_pk" PRIMARY KEY("thread_id","municipality")
);
--> statement-breakpoint
ALTER TABLE "community_offer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "community_offer_choice" (
	"municipality" text PRIMARY KEY NOT NULL,
	"wanted" boolean NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "community_offer_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "community_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"outcome" text,
	"settled_at" timestamp with time zone,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "community_report" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "community_post" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"number" integer DEFAULT 0 NOT NULL,
	"account_id" uuid NOT NULL,
	"body" text NOT NULL,
	"mentions" uuid[] DEFAULT '{}' NOT NULL,
	"cards" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"answer" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"removed_by" text,
	"change" integer DEFAULT 0 NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "community_post" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "community_post_earlier" (
	"post_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"community_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "community_post_earlier_post_id_number_pk" PRIMARY KEY("post_id","number")
);
--> statement-breakpoint
ALTER TABLE "community_post_earlier" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "community_reaction" (
	"post_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"thread_id" uuid NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "community_reaction_post_id_account_id_kind_pk" PRIMARY KEY("post_id","account_id","kind")
);
--> statement-breakpoint
ALTER TABLE "community_reaction" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "community_thread" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"handle" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"pinned" boolean DEFAULT false NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	"removed_at" timestamp with time zone,
	"answered" boolean DEFAULT false NOT NULL,
	"replies" integer DEFAULT 0 NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL,
	"posts" integer DEFAULT 0 NOT NULL,
	"change" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "community_thread_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
ALTER TABLE "community_thread" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "community" (
	"id" uuid PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"guidelines" text DEFAULT '' NOT NULL,
	"themes" text[] DEFAULT '{}' NOT NULL,
	"joining" text NOT NULL,
	"members" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "community_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
ALTER TABLE "community" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "community_invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"address" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "community_invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "community_member" (
	"community_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"membership_id" uuid,
	"role" text DEFAULT 'member' NOT NULL,
	"state" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"joined_at" timestamp with time zone,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "community_member_community_id_account_id_pk" PRIMARY KEY("community_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "community_member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "community_library" ADD CONSTRAINT "community_library_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_log" ADD CONSTRAINT "community_log_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_offer" ADD CONSTRAINT "community_offer_thread_id_community_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."community_thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_offer" ADD CONSTRAINT "community_offer_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_offer_choice" ADD CONSTRAINT "community_offer_choice_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_report" ADD CONSTRAINT "community_report_post_id_community_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."community_post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_post" ADD CONSTRAINT "community_post_thread_id_community_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."community_thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_post" ADD CONSTRAINT "community_post_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_post_earlier" ADD CONSTRAINT "community_post_earlier_post_id_community_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."community_post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_reaction" ADD CONSTRAINT "community_reaction_post_id_community_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."community_post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_thread" ADD CONSTRAINT "community_thread_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_invitation" ADD CONSTRAINT "community_invitation_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_member" ADD CONSTRAINT "community_member_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_member" ADD CONSTRAINT "community_member_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_member" ADD CONSTRAINT "community_member_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "community_library_community" ON "community_library" USING btree ("community_id","at");--> statement-breakpoint
CREATE INDEX "community_log_at" ON "community_log" USING btree ("community_id","at");--> statement-breakpoint
CREATE INDEX "community_offer_municipality" ON "community_offer" USING btree ("municipality","at");--> statement-breakpoint
CREATE INDEX "community_report_community" ON "community_report" USING btree ("community_id","at");--> statement-breakpoint
CREATE INDEX "community_report_post" ON "community_report" USING btree ("post_id");--> statement-breakpoint
CREATE UNIQUE INDEX "community_post_number" ON "community_post" USING btree ("thread_id","number");--> statement-breakpoint
CREATE INDEX "community_post_change" ON "community_post" USING btree ("thread_id","change");--> statement-breakpoint
CREATE INDEX "community_post_author" ON "community_post" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "community_reaction_thread" ON "community_reaction" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "community_thread_list" ON "community_thread" USING btree ("community_id","pinned" DESC NULLS LAST,"last_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "community_name" ON "community" USING btree (lower("name"),"id");--> statement-breakpoint
CREATE INDEX "community_invitation_address" ON "community_invitation" USING btree ("address");--> statement-breakpoint
CREATE INDEX "community_invitation_community" ON "community_invitation" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "community_member_account" ON "community_member" USING btree ("account_id");--> statement-breakpoint
CREATE POLICY "community_library_wall" ON "community_library" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "community_library_seen" ON "community_library" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "community_library_insert" ON "community_library" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_library_delete" ON "community_library" AS PERMISSIVE FOR DELETE TO "app" USING (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_log_wall" ON "community_log" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "community_log_seen" ON "community_log" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "community_log_insert" ON "community_log" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_offer_wall" ON "community_offer" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "community_offer_seen" ON "community_offer" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "community_offer_update" ON "community_offer" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_offer_choice_wall" ON "community_offer_choice" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "community_offer_choice_seen" ON "community_offer_choice" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "community_offer_choice_insert" ON "community_offer_choice" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_offer_choice_update" ON "community_offer_choice" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_report_wall" ON "community_report" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "community_report_seen" ON "community_report" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "community_report_insert" ON "community_report" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_report_update" ON "community_report" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_post_wall" ON "community_post" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "community_post_seen" ON "community_post" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "community_post_insert" ON "community_post" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_post_update" ON "community_post" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_post_earlier_wall" ON "community_post_earlier" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "community_post_earlier_seen" ON "community_post_earlier" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "community_reaction_wall" ON "community_reaction" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "community_reaction_seen" ON "community_reaction" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "community_reaction_insert" ON "community_reaction" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_reaction_delete" ON "community_reaction" AS PERMISSIVE FOR DELETE TO "app" USING (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_thread_wall" ON "community_thread" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "community_thread_seen" ON "community_thread" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "community_thread_insert" ON "community_thread" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_thread_update" ON "community_thread" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_wall" ON "community" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "community_seen" ON "community" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "community_insert" ON "community" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_update" ON "community" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_invitation_wall" ON "community_invitation" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "community_invitation_seen" ON "community_invitation" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "community_invitation_insert" ON "community_invitation" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_invitation_update" ON "community_invitation" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_member_wall" ON "community_member" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "community_member_seen" ON "community_member" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "community_member_insert" ON "community_member" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "community_member_update" ON "community_member" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));
--> statement-breakpoint
ALTER TABLE "community_library" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "community_log" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "community_offer" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "community_offer_choice" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "community_report" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "community_post" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "community_post_earlier" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "community_reaction" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "community_thread" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "community" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "community_invitation" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "community_member" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "community_library" TO "wall";
--> statement-breakpoint
GRANT select ON "community_library" TO "app";
--> statement-breakpoint
GRANT insert ON "community_library" TO "app";
--> statement-breakpoint
GRANT delete ON "community_library" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "community_log" TO "wall";
--> statement-breakpoint
GRANT select ON "community_log" TO "app";
--> statement-breakpoint
GRANT insert ON "community_log" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "community_offer" TO "wall";
--> statement-breakpoint
GRANT select ON "community_offer" TO "app";
--> statement-breakpoint
GRANT update ON "community_offer" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "community_offer_choice" TO "wall";
--> statement-breakpoint
GRANT select ON "community_offer_choice" TO "app";
--> statement-breakpoint
GRANT insert ON "community_offer_choice" TO "app";
--> statement-breakpoint
GRANT update ON "community_offer_choice" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "community_report" TO "wall";
--> statement-breakpoint
GRANT select ON "community_report" TO "app";
--> statement-breakpoint
GRANT insert ON "community_report" TO "app";
--> statement-breakpoint
GRANT update ON "community_report" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "community_post" TO "wall";
--> statement-breakpoint
GRANT select ON "community_post" TO "app";
--> statement-breakpoint
GRANT insert ON "community_post" TO "app";
--> statement-breakpoint
GRANT update ON "community_post" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "community_post_earlier" TO "wall";
--> statement-breakpoint
GRANT select ON "community_post_earlier" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "community_reaction" TO "wall";
--> statement-breakpoint
GRANT select ON "community_reaction" TO "app";
--> statement-breakpoint
GRANT insert ON "community_reaction" TO "app";
--> statement-breakpoint
GRANT delete ON "community_reaction" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "community_thread" TO "wall";
--> statement-breakpoint
GRANT select ON "community_thread" TO "app";
--> statement-breakpoint
GRANT insert ON "community_thread" TO "app";
--> statement-breakpoint
GRANT update ON "community_thread" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "community" TO "wall";
--> statement-breakpoint
GRANT select ON "community" TO "app";
--> statement-breakpoint
GRANT insert ON "community" TO "app";
--> statement-breakpoint
GRANT update ON "community" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "community_invitation" TO "wall";
--> statement-breakpoint
GRANT select ON "community_invitation" TO "app";
--> statement-breakpoint
GRANT insert ON "community_invitation" TO "app";
--> statement-breakpoint
GRANT update ON "community_invitation" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "community_member" TO "wall";
--> statement-breakpoint
GRANT select ON "community_member" TO "app";
--> statement-breakpoint
GRANT insert ON "community_member" TO "app";
--> statement-breakpoint
GRANT update ON "community_member" TO "app";
