CREATE TABLE `event_reviews` (
	`event_id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `leaves` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`deputy_id` integer,
	`note` text DEFAULT '' NOT NULL,
	`created_by_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`deputy_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `leaves_person` ON `leaves` (`person_id`,`last_day`);--> statement-breakpoint
CREATE INDEX `leaves_deputy` ON `leaves` (`deputy_id`,`last_day`);--> statement-breakpoint
CREATE INDEX `leaves_last_day` ON `leaves` (`last_day`);--> statement-breakpoint
ALTER TABLE `departments` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `face_file_id` integer REFERENCES files(id);--> statement-breakpoint
ALTER TABLE `sensitivities` ADD `note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sensitivities` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `staff_imports` ADD `ended` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `staff_imports` ADD `departments` text;--> statement-breakpoint
ALTER TABLE `staff_imports` ADD `undone_at` integer;--> statement-breakpoint
ALTER TABLE `staff_imports` ADD `undone_by_id` integer REFERENCES people(id);--> statement-breakpoint
CREATE INDEX `events_review` ON `events` (`id`) WHERE needs_review;