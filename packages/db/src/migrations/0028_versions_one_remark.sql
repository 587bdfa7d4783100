DROP INDEX "agenda_version_current";--> statement-breakpoint
DROP INDEX "intervention_version_current";--> statement-breakpoint
CREATE INDEX "agenda_version_handle" ON "agenda_version" USING btree ("handle","number");--> statement-breakpoint
CREATE INDEX "intervention_version_handle" ON "intervention_version" USING btree ("handle","number");--> statement-breakpoint
ALTER TABLE "intervention" DROP COLUMN "remark";

