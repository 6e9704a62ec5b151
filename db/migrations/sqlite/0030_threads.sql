CREATE TABLE `drafts` (
	`person_id` integer NOT NULL,
	`group_id` integer NOT NULL,
	`thread_id` integer NOT NULL,
	`text` text NOT NULL,
	`mentions` text NOT NULL,
	PRIMARY KEY(`person_id`, `group_id`, `thread_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `thread_reads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`thread_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`up_to_seq` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `thread_reads_reader` ON `thread_reads` (`thread_id`,`person_id`,`up_to_seq`);--> statement-breakpoint
ALTER TABLE `groups` ADD `read_with_stream` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `groups` SET `read_with_stream` = `last_seq`;--> statement-breakpoint
INSERT INTO `drafts` SELECT `person_id`, `group_id`, 0, `draft`, coalesce(`draft_mentions`, '[]') FROM `group_places` WHERE `draft` <> '';--> statement-breakpoint
ALTER TABLE `group_places` DROP COLUMN `draft`;--> statement-breakpoint
ALTER TABLE `group_places` DROP COLUMN `draft_mentions`;--> statement-breakpoint
ALTER TABLE `group_places` DROP COLUMN `draft_at`;