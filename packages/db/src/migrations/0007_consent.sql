CREATE TABLE "participation_question" (
	"intervention_id" uuid NOT NULL,
	"municipality" text NOT NULL,
	"round" integer NOT NULL,
	"lead" text NOT NULL,
	"title" text NOT NULL,
	"stated" jsonb NOT NULL,
	"changed" text[] DEFAULT '{}' NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answer" text,
	"answered_role" text,
	"reason" text DEFAULT '' NOT NULL,
	"closed_at" timestamp with time zone,
	"visible_to" text[] DEFAULT '{}' NOT NULL,
	"audience" integer DEFAULT 0 NOT NULL,
	"writable_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "participation_question_intervention_id_municipality_round_pk" PRIMARY KEY("intervention_id","municipality","round")
);
--> statement-breakpoint
ALTER TABLE "participation_question" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "participation" ADD COLUMN "condition" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participation" ADD COLUMN "budget_share" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participation" ADD COLUMN "contact_role" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participation" ADD COLUMN "contact_mailbox" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participation" ADD COLUMN "consented_to" jsonb;--> statement-breakpoint
ALTER TABLE "participation" ADD COLUMN "asked_again_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "participation_question" ADD CONSTRAINT "participation_question_intervention_id_intervention_id_fk" FOREIGN KEY ("intervention_id") REFERENCES "public"."intervention"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_question" ADD CONSTRAINT "participation_question_municipality_municipality_code_fk" FOREIGN KEY ("municipality") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "participation_question_municipality" ON "participation_question" USING btree ("municipality");--> statement-breakpoint
CREATE INDEX "participation_question_due" ON "participation_question" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE POLICY "participation_question_wall" ON "participation_question" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "participation_question_seen" ON "participation_question" AS PERMISSIVE FOR SELECT TO "app" USING (audience = any((select wall.app_audiences())::int[]));
--> statement-breakpoint
ALTER TABLE "participation_question" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "participation_question" TO "wall";
--> statement-breakpoint
GRANT select ON "participation_question" TO "app";
