DROP INDEX `files_place`;--> statement-breakpoint
CREATE INDEX `files_place` ON `files` (`place`);--> statement-breakpoint
ALTER TABLE `group_places` ADD `draft_mentions` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `support` text DEFAULT '' NOT NULL;