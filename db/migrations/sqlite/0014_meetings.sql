CREATE TABLE `meeting_material_reads` (
	`file_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`file_id`, `person_id`),
	FOREIGN KEY (`file_id`) REFERENCES `meeting_materials`(`file_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `meeting_materials` (
	`file_id` integer PRIMARY KEY NOT NULL,
	`meeting_id` integer NOT NULL,
	`topic_id` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`topic_id`) REFERENCES `meeting_topics`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `meeting_materials_meeting` ON `meeting_materials` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_people` (
	`meeting_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`answer` text,
	`answer_reason` text DEFAULT '' NOT NULL,
	`answered_at` integer,
	`attendance` text,
	`arrived_at` integer,
	`absent_reason` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`meeting_id`, `person_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `meeting_people_person` ON `meeting_people` (`person_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_points` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting_id` integer NOT NULL,
	`topic_id` integer NOT NULL,
	`person_id` integer,
	`text` text DEFAULT '' NOT NULL,
	`author_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`topic_id`) REFERENCES `meeting_topics`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `meeting_points_meeting` ON `meeting_points` (`meeting_id`,`topic_id`,`id`);--> statement-breakpoint
CREATE TABLE `meeting_questions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `meeting_questions_meeting` ON `meeting_questions` (`meeting_id`,`id`);--> statement-breakpoint
CREATE TABLE `meeting_resolutions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting_id` integer NOT NULL,
	`topic_id` integer NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`owner_id` integer,
	`due_at` integer,
	`task_id` integer,
	`removed_at` integer,
	`nudges` integer DEFAULT 0 NOT NULL,
	`nudged_at` integer,
	`author_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`topic_id`) REFERENCES `meeting_topics`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `meeting_resolutions_meeting` ON `meeting_resolutions` (`meeting_id`,`topic_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_resolutions_task` ON `meeting_resolutions` (`task_id`);--> statement-breakpoint
CREATE TABLE `meeting_topics` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting_id` integer NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`goal` text DEFAULT '' NOT NULL,
	`minutes` integer NOT NULL,
	`presenter_id` integer,
	`carried` integer DEFAULT false NOT NULL,
	`started_at` integer,
	`spent` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`presenter_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `meeting_topics_meeting` ON `meeting_topics` (`meeting_id`,`position`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text DEFAULT 'scheduled' NOT NULL,
	`title` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`online` text DEFAULT '' NOT NULL,
	`host_id` integer NOT NULL,
	`note_taker_id` integer NOT NULL,
	`creator_id` integer NOT NULL,
	`group_id` integer,
	`sensitivity_id` integer,
	`follows_id` integer,
	`series_id` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`published_at` integer,
	`notice_kept` integer,
	`late_reason` text DEFAULT '' NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`cancelled_at` integer,
	`cancel_reason` text DEFAULT '' NOT NULL,
	`topic_id` integer,
	`minutes_due_at` integer,
	`minutes_published_at` integer,
	`minutes_number` integer,
	`minutes_version` integer DEFAULT 0 NOT NULL,
	`minutes_changed` integer DEFAULT false NOT NULL,
	`minutes_text` text DEFAULT '' NOT NULL,
	`escalated_to_id` integer,
	`next_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`host_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`note_taker_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`creator_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`sensitivity_id`) REFERENCES `sensitivities`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`follows_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`series_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`escalated_to_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `meetings_start` ON `meetings` (`start_at`,`id`);--> statement-breakpoint
CREATE INDEX `meetings_group` ON `meetings` (`group_id`,`start_at`);--> statement-breakpoint
CREATE INDEX `meetings_series` ON `meetings` (`series_id`,`start_at`);--> statement-breakpoint
CREATE INDEX `meetings_next` ON `meetings` (`next_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_minutes` ON `meetings` (`minutes_number`);--> statement-breakpoint
CREATE TABLE `minutes_reads` (
	`meeting_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`number` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `person_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `minutes_versions` (
	`meeting_id` integer NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `number`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `resolution_summaries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`week` text NOT NULL,
	`open` integer NOT NULL,
	`overdue` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resolution_summaries_week` ON `resolution_summaries` (`person_id`,`week`);