CREATE TABLE "calendar_address" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "calendar_address" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "session_registration" ADD COLUMN "calendar_sequence" integer DEFAULT -1 NOT NULL;--> statement-breakpoint
ALTER TABLE "session_registration" ADD COLUMN "in_calendar" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_address" ADD CONSTRAINT "calendar_address_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_address_account" ON "calendar_address" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "calendar_address_secret" ON "calendar_address" USING btree ("secret_hash");--> statement-breakpoint
CREATE POLICY "calendar_address_wall" ON "calendar_address" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "calendar_address_seen" ON "calendar_address" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "calendar_address_insert" ON "calendar_address" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "calendar_address_delete" ON "calendar_address" AS PERMISSIVE FOR DELETE TO "app" USING (writable_by && (select wall.app_scopes()));
--> statement-breakpoint
ALTER TABLE "calendar_address" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "calendar_address" TO "wall";
--> statement-breakpoint
GRANT select ON "calendar_address" TO "app";
--> statement-breakpoint
GRANT insert ON "calendar_address" TO "app";
--> statement-breakpoint
GRANT delete ON "calendar_address" TO "app";
