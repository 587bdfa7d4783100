CREATE TABLE "follow" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"target" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "follow" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "happening" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"noun" text NOT NULL,
	"key" uuid NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"about" text[] DEFAULT '{}' NOT NULL,
	"told_to" text[] DEFAULT '{}' NOT NULL,
	"seen_by" text[] DEFAULT '{}' NOT NULL,
	"by_account" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"held" boolean DEFAULT false NOT NULL,
	"told_upto" uuid
);
--> statement-breakpoint
ALTER TABLE "happening" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"noun" text NOT NULL,
	"key" uuid NOT NULL,
	"part" text NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"mail_at" timestamp with time zone,
	"errand_hash" text,
	"errand_until" timestamp with time zone,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notification" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notification_choice" (
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"way" text NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "notification_choice_account_id_kind_pk" PRIMARY KEY("account_id","kind")
);
--> statement-breakpoint
ALTER TABLE "notification_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stop_link" (
	"hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"kinds" text[] DEFAULT '{}' NOT NULL,
	"search_id" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "stop_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD COLUMN "html" text;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD COLUMN "headers" jsonb;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD COLUMN "given_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "follow" ADD CONSTRAINT "follow_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow" ADD CONSTRAINT "follow_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_choice" ADD CONSTRAINT "notification_choice_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop_link" ADD CONSTRAINT "stop_link_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "follow_once" ON "follow" USING btree ("account_id","target");--> statement-breakpoint
CREATE INDEX "follow_target" ON "follow" USING btree ("target");--> statement-breakpoint
CREATE INDEX "happening_waiting" ON "happening" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "notification_newest" ON "notification" USING btree ("account_id","happened_at","id");--> statement-breakpoint
CREATE INDEX "notification_unread" ON "notification" USING btree ("account_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notification_to_mail" ON "notification" USING btree ("mail_at","membership_id") WHERE mail_at is not null;--> statement-breakpoint
CREATE INDEX "notification_errand" ON "notification" USING btree ("errand_hash") WHERE errand_hash is not null;--> statement-breakpoint
CREATE INDEX "notification_happened" ON "notification" USING btree ("happened_at");--> statement-breakpoint
CREATE INDEX "stop_link_account" ON "stop_link" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "stop_link_made" ON "stop_link" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "outgoing_mail_waiting" ON "outgoing_mail" USING btree ("due_at") WHERE sent_at is null and given_up_at is null;--> statement-breakpoint
CREATE POLICY "follow_wall" ON "follow" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "follow_seen" ON "follow" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "follow_insert" ON "follow" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "follow_delete" ON "follow" AS PERMISSIVE FOR DELETE TO "app" USING (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "happening_wall" ON "happening" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notification_wall" ON "notification" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notification_seen" ON "notification" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "notification_update" ON "notification" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "notification_choice_wall" ON "notification_choice" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notification_choice_seen" ON "notification_choice" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "notification_choice_insert" ON "notification_choice" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "notification_choice_update" ON "notification_choice" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "stop_link_wall" ON "stop_link" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "follow" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "happening" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "notification" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "notification_choice" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "stop_link" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "follow" TO "wall";
--> statement-breakpoint
GRANT select ON "follow" TO "app";
--> statement-breakpoint
GRANT insert ON "follow" TO "app";
--> statement-breakpoint
GRANT delete ON "follow" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "happening" TO "wall";
--> statement-breakpoint
GRANT select, insert, update, delete ON "notification" TO "wall";
--> statement-breakpoint
GRANT select ON "notification" TO "app";
--> statement-breakpoint
GRANT update ON "notification" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "notification_choice" TO "wall";
--> statement-breakpoint
GRANT select ON "notification_choice" TO "app";
--> statement-breakpoint
GRANT insert ON "notification_choice" TO "app";
--> statement-breakpoint
GRANT update ON "notification_choice" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "stop_link" TO "wall";
