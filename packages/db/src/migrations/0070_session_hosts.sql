CREATE TABLE "session_message" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"sent_to" integer NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session_message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "session_message" ADD CONSTRAINT "session_message_session_id_knowledge_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."knowledge_session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_message_session" ON "session_message" USING btree ("session_id");--> statement-breakpoint
ALTER TABLE "knowledge_session" ADD CONSTRAINT "knowledge_session_host_community_community_id_fk" FOREIGN KEY ("host_community") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "session_message_wall" ON "session_message" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "session_message_seen" ON "session_message" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));
--> statement-breakpoint
ALTER TABLE "session_message" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "session_message" TO "wall";
--> statement-breakpoint
GRANT select ON "session_message" TO "app";
