ALTER TABLE `notifications` ADD `needs_you` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `tasks_creator` ON `tasks` (`creator_id`,`sort_key`,`id`);