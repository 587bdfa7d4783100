ALTER TABLE "search_text" ADD COLUMN "rest" text DEFAULT '' NOT NULL;

