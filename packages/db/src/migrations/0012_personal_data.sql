CREATE TABLE "tombstone" (
	"account_hash" text PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"erased_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tombstone" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
CREATE POLICY "tombstone_wall" ON "tombstone" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "tombstone" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "tombstone" TO "wall";
