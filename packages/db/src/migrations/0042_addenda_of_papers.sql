ALTER TABLE "document_import" ADD COLUMN "addendum_key" text;

