CREATE TABLE "audit_chain" (
	"chain" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"hash" text NOT NULL,
	"anchor_position" bigint DEFAULT 0 NOT NULL,
	"anchor_hash" text DEFAULT '' NOT NULL,
	"anchored_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "audit_chain" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_count" (
	"key" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen" integer DEFAULT 1 NOT NULL,
	"written" integer NOT NULL,
	"municipality" text,
	"pseudonym" uuid,
	"role" text,
	"action" text NOT NULL,
	"object" text NOT NULL,
	"outcome" text NOT NULL,
	"origin" text
);
--> statement-breakpoint
ALTER TABLE "audit_count" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_link" (
	"chain" text NOT NULL,
	"position" bigint NOT NULL,
	"event_id" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_link_chain_position_pk" PRIMARY KEY("chain","position")
);
--> statement-breakpoint
ALTER TABLE "audit_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_pending" (
	"event_id" bigint PRIMARY KEY NOT NULL,
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_pending" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_person" (
	"pseudonym" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_person" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "audit_event_municipality";--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "pseudonym" uuid;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "role" text;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "outcome" text DEFAULT 'done' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "origin" text;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "times" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_person" ADD CONSTRAINT "audit_person_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_count_started" ON "audit_count" USING btree ("started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_link_event" ON "audit_link" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "audit_pending_transaction" ON "audit_pending" USING btree ("transaction");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_person_account" ON "audit_person" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "audit_event_municipality" ON "audit_event" USING btree ("municipality","at","id");--> statement-breakpoint
CREATE POLICY "audit_event_audit_select" ON "audit_event" AS PERMISSIVE FOR SELECT TO "audit" USING (true);--> statement-breakpoint
CREATE POLICY "audit_event_audit_insert" ON "audit_event" AS PERMISSIVE FOR INSERT TO "audit" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_event_audit_delete" ON "audit_event" AS PERMISSIVE FOR DELETE TO "audit" USING (true);--> statement-breakpoint
CREATE POLICY "audit_event_wall_select" ON "audit_event" AS PERMISSIVE FOR SELECT TO "wall" USING (true);--> statement-breakpoint
CREATE POLICY "audit_chain_audit_select" ON "audit_chain" AS PERMISSIVE FOR SELECT TO "audit" USING (true);--> statement-breakpoint
CREATE POLICY "audit_chain_audit_insert" ON "audit_chain" AS PERMISSIVE FOR INSERT TO "audit" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_chain_audit_update" ON "audit_chain" AS PERMISSIVE FOR UPDATE TO "audit" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_count_audit_select" ON "audit_count" AS PERMISSIVE FOR SELECT TO "audit" USING (true);--> statement-breakpoint
CREATE POLICY "audit_count_audit_insert" ON "audit_count" AS PERMISSIVE FOR INSERT TO "audit" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_count_audit_update" ON "audit_count" AS PERMISSIVE FOR UPDATE TO "audit" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_count_audit_delete" ON "audit_count" AS PERMISSIVE FOR DELETE TO "audit" USING (true);--> statement-breakpoint
CREATE POLICY "audit_link_audit_select" ON "audit_link" AS PERMISSIVE FOR SELECT TO "audit" USING (true);--> statement-breakpoint
CREATE POLICY "audit_link_audit_insert" ON "audit_link" AS PERMISSIVE FOR INSERT TO "audit" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_link_audit_delete" ON "audit_link" AS PERMISSIVE FOR DELETE TO "audit" USING (true);--> statement-breakpoint
CREATE POLICY "audit_pending_audit_select" ON "audit_pending" AS PERMISSIVE FOR SELECT TO "audit" USING (true);--> statement-breakpoint
CREATE POLICY "audit_pending_audit_insert" ON "audit_pending" AS PERMISSIVE FOR INSERT TO "audit" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_pending_audit_delete" ON "audit_pending" AS PERMISSIVE FOR DELETE TO "audit" USING (true);--> statement-breakpoint
CREATE POLICY "audit_person_wall" ON "audit_person" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "audit_chain" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "audit_count" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "audit_link" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "audit_pending" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "audit_person" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select ON "audit_event" TO "audit";
--> statement-breakpoint
GRANT insert ON "audit_event" TO "audit";
--> statement-breakpoint
GRANT delete ON "audit_event" TO "audit";
--> statement-breakpoint
GRANT select ON "audit_event" TO "wall";
--> statement-breakpoint
GRANT select ON "audit_chain" TO "audit";
--> statement-breakpoint
GRANT insert ON "audit_chain" TO "audit";
--> statement-breakpoint
GRANT update ON "audit_chain" TO "audit";
--> statement-breakpoint
GRANT select ON "audit_count" TO "audit";
--> statement-breakpoint
GRANT insert ON "audit_count" TO "audit";
--> statement-breakpoint
GRANT update ON "audit_count" TO "audit";
--> statement-breakpoint
GRANT delete ON "audit_count" TO "audit";
--> statement-breakpoint
GRANT select ON "audit_link" TO "audit";
--> statement-breakpoint
GRANT insert ON "audit_link" TO "audit";
--> statement-breakpoint
GRANT delete ON "audit_link" TO "audit";
--> statement-breakpoint
GRANT select ON "audit_pending" TO "audit";
--> statement-breakpoint
GRANT insert ON "audit_pending" TO "audit";
--> statement-breakpoint
GRANT delete ON "audit_pending" TO "audit";
--> statement-breakpoint
GRANT select, insert, update, delete ON "audit_person" TO "wall";
