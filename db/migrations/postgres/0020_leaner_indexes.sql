DROP INDEX "events_transaction";--> statement-breakpoint
DROP INDEX "messages_thread";--> statement-breakpoint
CREATE INDEX "events_transaction" ON "events" USING btree ("transaction") WHERE "transaction" is not null;--> statement-breakpoint
CREATE INDEX "messages_thread" ON "messages" USING btree ("thread_id","seq") WHERE thread_id is not null;