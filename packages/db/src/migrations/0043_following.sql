CREATE TABLE "search_dirty" (
	"follower" text NOT NULL,
	"kind" smallint NOT NULL,
	"id" uuid NOT NULL,
	"version" bigint NOT NULL,
	"operation" text NOT NULL,
	"shown_to" integer[] DEFAULT '{}' NOT NULL,
	"marked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"refusals" integer DEFAULT 0 NOT NULL,
	"refused_for" text,
	"retry_at" timestamp with time zone,
	CONSTRAINT "search_dirty_follower_kind_id_pk" PRIMARY KEY("follower","kind","id")
);
--> statement-breakpoint
ALTER TABLE "search_dirty" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_follower" (
	"name" text PRIMARY KEY NOT NULL,
	"recipe" text NOT NULL,
	"ready_at" timestamp with time zone,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_follower" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "search_dirty" ADD CONSTRAINT "search_dirty_follower_search_follower_name_fk" FOREIGN KEY ("follower") REFERENCES "public"."search_follower"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "search_dirty_wall" ON "search_dirty" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "search_follower_wall" ON "search_follower" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "search_dirty" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "search_follower" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "search_dirty" TO "wall";
--> statement-breakpoint
GRANT select, insert, update, delete ON "search_follower" TO "wall";
