DROP INDEX `events_transaction`;--> statement-breakpoint
CREATE INDEX `events_transaction` ON `events` (`transaction`) WHERE "transaction" is not null;--> statement-breakpoint
DROP INDEX `messages_thread`;--> statement-breakpoint
CREATE INDEX `messages_thread` ON `messages` (`thread_id`,`seq`) WHERE thread_id is not null;