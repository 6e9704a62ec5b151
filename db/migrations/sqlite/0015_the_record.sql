CREATE TABLE `department_reports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`department_id` integer NOT NULL,
	`week` text NOT NULL,
	`head_id` integer NOT NULL,
	`sender_id` integer NOT NULL,
	`due` integer NOT NULL,
	`overdue` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`head_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`sender_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `department_reports_week` ON `department_reports` (`department_id`,`week`);--> statement-breakpoint
CREATE TABLE `meeting_marks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting_id` integer NOT NULL,
	`topic_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`topic_id`) REFERENCES `meeting_topics`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `meeting_marks_meeting` ON `meeting_marks` (`meeting_id`,`id`);--> statement-breakpoint
CREATE TABLE `meeting_recordings` (
	`meeting_id` integer PRIMARY KEY NOT NULL,
	`file_id` integer NOT NULL,
	`started_at` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_recordings_file` ON `meeting_recordings` (`file_id`);--> statement-breakpoint
CREATE TABLE `minutes_objections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting_id` integer NOT NULL,
	`number` integer NOT NULL,
	`person_id` integer NOT NULL,
	`what` text NOT NULL,
	`why` text NOT NULL,
	`at` integer NOT NULL,
	`outcome` text,
	`answer` text DEFAULT '' NOT NULL,
	`answered_by_id` integer,
	`answered_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`answered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `minutes_objections_meeting` ON `minutes_objections` (`meeting_id`,`id`);--> statement-breakpoint
CREATE TABLE `upload_pieces` (
	`upload_id` integer NOT NULL,
	`number` integer NOT NULL,
	`place` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	PRIMARY KEY(`upload_id`, `number`),
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `upload_pieces_place` ON `upload_pieces` (`place`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`owner_id` integer NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`modified` integer NOT NULL,
	`purpose` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`touched_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `uploads_owner` ON `uploads` (`owner_id`,`done_at`,`id`);--> statement-breakpoint
CREATE INDEX `uploads_touched` ON `uploads` (`touched_at`);--> statement-breakpoint
ALTER TABLE `meetings` ADD `remark` text DEFAULT '' NOT NULL;