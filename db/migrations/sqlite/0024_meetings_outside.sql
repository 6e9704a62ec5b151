CREATE TABLE `meeting_days_off` (
	`meeting_id` integer NOT NULL,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `day`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `task_nudges` (
	`task_id` integer PRIMARY KEY NOT NULL,
	`by_id` integer NOT NULL,
	`at` integer NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`due_at` integer,
	`answered_at` integer,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
ALTER TABLE `meeting_points` ADD `outsider_id` integer;--> statement-breakpoint
ALTER TABLE `meeting_outsiders` ADD `attendance` text;--> statement-breakpoint
ALTER TABLE `meeting_outsiders` ADD `arrived_at` integer;--> statement-breakpoint
ALTER TABLE `meeting_outsiders` ADD `absent_reason` text DEFAULT '' NOT NULL;