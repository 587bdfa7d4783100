ALTER TABLE "search_word" ADD COLUMN "open" boolean DEFAULT false NOT NULL;

