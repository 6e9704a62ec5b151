CREATE TABLE `task_checks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`task_id` integer NOT NULL,
	`body` text NOT NULL,
	`place` integer NOT NULL,
	`done_at` integer,
	`done_by` integer,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`done_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `task_checks_task` ON `task_checks` (`task_id`,`place`,`id`);--> statement-breakpoint
CREATE TABLE `task_links` (
	`task_id` integer NOT NULL,
	`before_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`task_id`, `before_id`),
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`before_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `task_links_before` ON `task_links` (`before_id`,`task_id`);--> statement-breakpoint
CREATE TABLE `task_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`task_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`due_at` integer,
	`owner_id` integer,
	`description` text,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_by` integer,
	`answered_at` integer,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `task_requests_task` ON `task_requests` (`task_id`,`id`);--> statement-breakpoint
CREATE TABLE `task_series` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`rule` text NOT NULL,
	`start_at` integer NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `task_views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`department_id` integer,
	`group_id` integer,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `task_views_person` ON `task_views` (`person_id`,`id`);--> statement-breakpoint
ALTER TABLE `tasks` ADD `series_id` integer REFERENCES task_series(id);--> statement-breakpoint
ALTER TABLE `tasks` ADD `occurrence` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `supporter_id` integer REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `tasks` ADD `supported_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_series` ON `tasks` (`series_id`,`occurrence`);