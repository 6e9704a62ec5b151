DROP INDEX "bundles_later";--> statement-breakpoint
DROP INDEX "tasks_group";--> statement-breakpoint
DROP INDEX "tasks_remind";--> statement-breakpoint
DROP INDEX "tasks_source";--> statement-breakpoint
DROP INDEX "tasks_series";--> statement-breakpoint
CREATE INDEX "bundles_later" ON "bundles" USING btree ("later_until") WHERE later_until is not null;--> statement-breakpoint
CREATE INDEX "tasks_group" ON "tasks" USING btree ("group_id","sort_key","id") WHERE group_id is not null;--> statement-breakpoint
CREATE INDEX "tasks_remind" ON "tasks" USING btree ("remind_at","id") WHERE remind_at is not null;--> statement-breakpoint
CREATE INDEX "tasks_source" ON "tasks" USING btree ("source_kind","source_id") WHERE source_kind is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_series" ON "tasks" USING btree ("series_id","occurrence") WHERE series_id is not null;