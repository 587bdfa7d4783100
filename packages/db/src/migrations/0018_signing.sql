CREATE TABLE "external_identity" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "external_identity_subject" UNIQUE("issuer","subject")
);
--> statement-breakpoint
ALTER TABLE "external_identity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mailed_link" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"account_id" uuid NOT NULL,
	"address" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "mailed_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"backed_up" boolean NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "passkey_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
ALTER TABLE "passkey" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "recovery_code" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_step" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"account_id" uuid,
	"link" text,
	"login" text,
	"payload" jsonb NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "sign_in_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "totp" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"seed" text NOT NULL,
	"last_period" bigint NOT NULL,
	"confirmed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "totp" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "login_session" ADD COLUMN "handle" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "login_session" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "login_session" ADD COLUMN "browser" text DEFAULT 'onbekend' NOT NULL;--> statement-breakpoint
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailed_link" ADD CONSTRAINT "mailed_link_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_step" ADD CONSTRAINT "sign_in_step_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totp" ADD CONSTRAINT "totp_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "external_identity_account" ON "external_identity" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "mailed_link_account" ON "mailed_link" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "passkey_account" ON "passkey" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "recovery_code_account" ON "recovery_code" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_in_step_account" ON "sign_in_step" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_in_step_expires" ON "sign_in_step" USING btree ("expires_at");--> statement-breakpoint
CREATE POLICY "external_identity_wall" ON "external_identity" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "mailed_link_wall" ON "mailed_link" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "passkey_wall" ON "passkey" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "recovery_code_wall" ON "recovery_code" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_in_step_wall" ON "sign_in_step" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "totp_wall" ON "totp" AS PERMISSIVE FOR ALL TO "wall" USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "external_identity" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "mailed_link" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "passkey" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "recovery_code" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "sign_in_step" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "totp" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT select, insert, update, delete ON "external_identity" TO "wall";
--> statement-breakpoint
GRANT select, insert, update, delete ON "mailed_link" TO "wall";
--> statement-breakpoint
GRANT select, insert, update, delete ON "passkey" TO "wall";
--> statement-breakpoint
GRANT select, insert, update, delete ON "recovery_code" TO "wall";
--> statement-breakpoint
GRANT select, insert, update, delete ON "sign_in_step" TO "wall";
--> statement-breakpoint
GRANT select, insert, update, delete ON "totp" TO "wall";
