CREATE TABLE "file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"held_by" uuid,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "file_size" CHECK (size between 1 and 10485760)
);
--> statement-breakpoint
ALTER TABLE "file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "file_content" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "file_content" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_decision" (
	"import_id" uuid NOT NULL,
	"item" text NOT NULL,
	"verdict" text NOT NULL,
	"text" text,
	"target" text,
	"value" jsonb,
	"choice" text,
	"reason" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"carried" boolean DEFAULT false NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "import_decision_import_id_item_pk" PRIMARY KEY("import_id","item")
);
--> statement-breakpoint
ALTER TABLE "import_decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_presence" (
	"import_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "import_presence_import_id_account_id_pk" PRIMARY KEY("import_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "import_presence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "document_import" ADD COLUMN "pages" integer[];--> statement-breakpoint
ALTER TABLE "document_import" ADD COLUMN "intervention_positions" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "document_import" ADD COLUMN "taken_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "document_import" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "document_import" ADD COLUMN "follows" uuid;--> statement-breakpoint
ALTER TABLE "file_content" ADD CONSTRAINT "file_content_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_decision" ADD CONSTRAINT "import_decision_import_id_document_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."document_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_presence" ADD CONSTRAINT "import_presence_import_id_document_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."document_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_held_by" ON "file" USING btree ("held_by");--> statement-breakpoint
CREATE POLICY "file_wall" ON "file" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "file_seen" ON "file" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "file_insert" ON "file" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "file_update" ON "file" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "file_jobs" ON "file" AS PERMISSIVE FOR SELECT TO "worker" USING (exists (select 1 from document_import d where d.id = file.held_by and d.state = 'received'));--> statement-breakpoint
CREATE POLICY "file_content_wall" ON "file_content" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "file_content_seen" ON "file_content" AS PERMISSIVE FOR SELECT TO "app" USING (exists (select 1 from file where file.id = file_content.file_id));--> statement-breakpoint
CREATE POLICY "file_content_insert" ON "file_content" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (exists (select 1 from file where file.id = file_content.file_id and writable_by && (select wall.app_scopes())));--> statement-breakpoint
CREATE POLICY "file_content_jobs" ON "file_content" AS PERMISSIVE FOR SELECT TO "worker" USING (exists (select 1 from file where file.id = file_content.file_id));--> statement-breakpoint
CREATE POLICY "import_decision_wall" ON "import_decision" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "import_decision_seen" ON "import_decision" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "import_decision_insert" ON "import_decision" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "import_decision_update" ON "import_decision" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "import_presence_wall" ON "import_presence" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "import_presence_seen" ON "import_presence" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));--> statement-breakpoint
CREATE POLICY "import_presence_insert" ON "import_presence" AS PERMISSIVE FOR INSERT TO "app" WITH CHECK (writable_by && (select wall.app_scopes()));--> statement-breakpoint
CREATE POLICY "import_presence_update" ON "import_presence" AS PERMISSIVE FOR UPDATE TO "app" USING (writable_by && (select wall.app_scopes())) WITH CHECK (writable_by && (select wall.app_scopes()));
--> statement-breakpoint
ALTER TABLE "file" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "file_content" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "import_decision" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "import_presence" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "file" TO "wall";
--> statement-breakpoint
GRANT select ON "file" TO "app";
--> statement-breakpoint
GRANT insert ON "file" TO "app";
--> statement-breakpoint
GRANT update ON "file" TO "app";
--> statement-breakpoint
GRANT select ON "file" TO "worker";
--> statement-breakpoint
GRANT select, insert, update, delete ON "file_content" TO "wall";
--> statement-breakpoint
GRANT select ON "file_content" TO "app";
--> statement-breakpoint
GRANT insert ON "file_content" TO "app";
--> statement-breakpoint
GRANT select ON "file_content" TO "worker";
--> statement-breakpoint
GRANT select, insert, update, delete ON "import_decision" TO "wall";
--> statement-breakpoint
GRANT select ON "import_decision" TO "app";
--> statement-breakpoint
GRANT insert ON "import_decision" TO "app";
--> statement-breakpoint
GRANT update ON "import_decision" TO "app";
--> statement-breakpoint
GRANT select, insert, update, delete ON "import_presence" TO "wall";
--> statement-breakpoint
GRANT select ON "import_presence" TO "app";
--> statement-breakpoint
GRANT insert ON "import_presence" TO "app";
--> statement-breakpoint
GRANT update ON "import_presence" TO "app";
