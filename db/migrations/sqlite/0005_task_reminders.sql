CREATE TABLE `task_due_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`task_id` integer NOT NULL,
	`before` integer NOT NULL,
	`after` integer,
	`reason` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `task_due_changes_task` ON `task_due_changes` (`task_id`,`id`);--> statement-breakpoint
CREATE TABLE `task_update_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`day` text NOT NULL,
	`tasks` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `task_update_requests_day` ON `task_update_requests` (`person_id`,`day`);--> statement-breakpoint
ALTER TABLE `tasks` ADD `group_id` integer REFERENCES groups(id);--> statement-breakpoint
ALTER TABLE `tasks` ADD `risk_level` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `remind_at` integer;--> statement-breakpoint
CREATE INDEX `tasks_group` ON `tasks` (`group_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_remind` ON `tasks` (`remind_at`,`id`);--> statement-breakpoint
UPDATE tasks SET remind_at = due_at WHERE state <> 'done' AND due_at IS NOT NULL;