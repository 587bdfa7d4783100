CREATE TABLE "search_frequency" (
	"word" text PRIMARY KEY NOT NULL,
	"docs" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_frequency" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "search_frequency" FORCE ROW LEVEL SECURITY;
