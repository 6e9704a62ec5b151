ALTER TABLE "matters" ADD COLUMN "source_kind" text;--> statement-breakpoint
ALTER TABLE "matters" ADD COLUMN "source_id" bigint;--> statement-breakpoint
CREATE INDEX "matters_source" ON "matters" USING btree ("source_kind","source_id");