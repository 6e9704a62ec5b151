ALTER TABLE "access" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "access" SET "due_at" = (SELECT "tasks"."due_at" FROM "tasks" WHERE "tasks"."id" = "access"."record_id") WHERE "kind" = 'task';--> statement-breakpoint
CREATE INDEX "access_due" ON "access" USING btree ("kind","principal","due_at","record_id","label") WHERE due_at is not null;