DROP INDEX `messages_author`;--> statement-breakpoint
DROP INDEX `events_type`;--> statement-breakpoint
CREATE INDEX `events_type` ON `events` (`type`,`id`) WHERE type <> 'message.sent';