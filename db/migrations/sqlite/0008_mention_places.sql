DROP INDEX `mentions_person`;--> statement-breakpoint
ALTER TABLE `mentions` ADD `group_id` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `mentions` ADD `seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `mentions_place` ON `mentions` (`person_id`,`group_id`,`seq`);--> statement-breakpoint
UPDATE mentions SET group_id = (SELECT group_id FROM messages WHERE messages.id = mentions.message_id), seq = (SELECT seq FROM messages WHERE messages.id = mentions.message_id);