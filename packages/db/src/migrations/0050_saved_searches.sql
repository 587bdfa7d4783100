CREATE TABLE "saved_search" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"name" text NOT NULL,
	"question" jsonb NOT NULL,
	"alert" text DEFAULT 'none' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"told_until" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone,
	"errand_hash" text,
	"errand_until" timestamp with time zone,
	"stop_hashes" text[] DEFAULT '{}' NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "saved_search" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_search_account" ON "saved_search" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "saved_search_due" ON "saved_search" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "saved_search_errand" ON "saved_search" USING btree ("errand_hash");--> statement-breakpoint
CREATE INDEX "saved_search_stop" ON "saved_search" USING gin ("stop_hashes");--> statement-breakpoint
CREATE POLICY "saved_search_wall" ON "saved_search" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "saved_search_seen" ON "saved_search" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "saved_search_insert" ON "saved_search" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "saved_search_update" ON "saved_search" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "saved_search_delete" ON "saved_search" AS PERMISSIVE FOR DELETE TO "app" USING (writable_by && (select wall.app_scopes()));
--> statement-breakpoint
ALTER TABLE "saved_search" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "saved_search" TO "wall";
--> statement-breakpoint
GRANT select ON "saved_search" TO "app";
--> statement-breakpoint
GRANT insert ON "saved_search" TO "app";
--> statement-breakpoint
GRANT update ON "saved_search" TO "app";
--> statement-breakpoint
GRANT delete ON "saved_search" TO "app";
