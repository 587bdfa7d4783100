ALTER TABLE "audit_event" DROP COLUMN "account_id";--> statement-breakpoint
DROP POLICY "audit_event_wall" ON "audit_event" CASCADE;

