ALTER TABLE "notifications" ADD COLUMN "needs_you" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "tasks_creator" ON "tasks" USING btree ("creator_id","sort_key","id");