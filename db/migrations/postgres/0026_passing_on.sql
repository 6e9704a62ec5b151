DROP INDEX "files_place";--> statement-breakpoint
ALTER TABLE "group_places" ADD COLUMN "draft_mentions" jsonb;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "support" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "files_place" ON "files" USING btree ("place");