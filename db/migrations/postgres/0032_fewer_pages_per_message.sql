DROP INDEX "messages_author";--> statement-breakpoint
DROP INDEX "events_type";--> statement-breakpoint
CREATE INDEX "events_type" ON "events" USING btree ("type","id") WHERE type <> 'message.sent';