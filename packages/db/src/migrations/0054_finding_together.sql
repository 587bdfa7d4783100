ALTER TABLE "search_vector" ADD COLUMN "audience" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_vector" ADD COLUMN "kind" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_vector" ADD COLUMN "municipality" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_vector" ADD COLUMN "theme_mask" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_vector" ADD COLUMN "phase_mask" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_vector" ADD COLUMN "course" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_vector" ADD COLUMN "at" timestamp with time zone DEFAULT '-infinity' NOT NULL;

