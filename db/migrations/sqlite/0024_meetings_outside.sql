CREATE TABLE `meeting_days_off` (
	`meeting_id` integer NOT NULL,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `day`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `meeting_points` ADD `outsider_id` integer;--> statement-breakpoint
ALTER TABLE `meeting_outsiders` ADD `attendance` text;--> statement-breakpoint
ALTER TABLE `meeting_outsiders` ADD `arrived_at` integer;--> statement-breakpoint
ALTER TABLE `meeting_outsiders` ADD `absent_reason` text DEFAULT '' NOT NULL;