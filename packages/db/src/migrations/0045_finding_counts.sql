CREATE TABLE "search_bitmap" (
	"audience" integer NOT NULL,
	"dimension" text NOT NULL,
	"value" smallint NOT NULL,
	"bits" bit varying NOT NULL,
	"blocks" smallint[],
	CONSTRAINT "search_bitmap_audience_dimension_value_pk" PRIMARY KEY("audience","dimension","value")
);
--> statement-breakpoint
ALTER TABLE "search_bitmap" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_change" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_change_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"audience" integer NOT NULL,
	"sign" smallint NOT NULL,
	"kind" smallint NOT NULL,
	"municipality" smallint NOT NULL,
	"theme_mask" bigint NOT NULL,
	"phase_mask" bigint NOT NULL,
	"course" smallint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_change" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "search_document" ADD COLUMN "course" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "search_change_audience" ON "search_change" USING btree ("audience");--> statement-breakpoint
CREATE INDEX "search_document_by_audience" ON "search_document" USING btree ("audience");
--> statement-breakpoint
ALTER TABLE "search_bitmap" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "search_change" FORCE ROW LEVEL SECURITY;
