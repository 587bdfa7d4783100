ALTER TABLE "participation" ADD COLUMN "budget_euros" integer;--> statement-breakpoint
ALTER TABLE "participation" ADD COLUMN "budget_per" text;--> statement-breakpoint
ALTER TABLE "participation" ADD COLUMN "local_form" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_budget" CHECK ((budget_euros is null) = (budget_per is null) and budget_euros between 0 and 1000000000);

