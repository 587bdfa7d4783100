CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"noun" text NOT NULL,
	"document_id" uuid NOT NULL,
	"version" integer,
	"file_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"alternative" text NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attachment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "file_removal" (
	"key" text PRIMARY KEY NOT NULL,
	"deleted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "file_removal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "file" ADD COLUMN "key" text DEFAULT replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') NOT NULL;--> statement-breakpoint
ALTER TABLE "file" ADD COLUMN "tells" jsonb;--> statement-breakpoint
ALTER TABLE "file" ADD COLUMN "attached" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_document" ON "attachment" USING btree ("document_id","version");--> statement-breakpoint
CREATE INDEX "attachment_file" ON "attachment" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "file_key" ON "file" USING btree ("key");--> statement-breakpoint
DROP POLICY "file_content_seen" ON "file_content" CASCADE;--> statement-breakpoint
DROP POLICY "file_content_insert" ON "file_content" CASCADE;--> statement-breakpoint
DROP POLICY "file_content_jobs" ON "file_content" CASCADE;--> statement-breakpoint
CREATE POLICY "attachment_wall" ON "attachment" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "attachment_seen" ON "attachment" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "attachment_insert" ON "attachment" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "attachment_update" ON "attachment" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "attachment_delete" ON "attachment" AS PERMISSIVE FOR DELETE TO "app" USING (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "file_removal_wall" ON "file_removal" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "file_removal_jobs" ON "file_removal" AS PERMISSIVE FOR SELECT TO "worker" USING (deleted_at < now() - interval '24 hours');--> statement-breakpoint
CREATE POLICY "file_removal_jobs_delete" ON "file_removal" AS PERMISSIVE FOR DELETE TO "worker" USING (deleted_at < now() - interval '24 hours');
--> statement-breakpoint
ALTER TABLE "attachment" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "file_removal" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "attachment" TO "wall";
--> statement-breakpoint
GRANT select ON "attachment" TO "app";
--> statement-breakpoint
GRANT insert ON "attachment" TO "app";
--> statement-breakpoint
GRANT update ON "attachment" TO "app";
--> statement-breakpoint
GRANT delete ON "attachment" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "file_removal" TO "wall";
--> statement-breakpoint
GRANT select ON "file_removal" TO "worker";
--> statement-breakpoint
GRANT delete ON "file_removal" TO "worker";
