CREATE TABLE `ticket_answers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`department_id` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`author_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `ticket_answers_department` ON `ticket_answers` (`department_id`,`id`);--> statement-breakpoint
CREATE TABLE `ticket_kinds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`name_en` text DEFAULT '' NOT NULL,
	`department_id` integer NOT NULL,
	`closed_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ticket_kinds_name` ON `ticket_kinds` (`name`);--> statement-breakpoint
CREATE TABLE `ticket_links` (
	`ticket_id` integer NOT NULL,
	`kind` text NOT NULL,
	`record_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`ticket_id`, `kind`, `record_id`),
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `ticket_links_record` ON `ticket_links` (`kind`,`record_id`);--> statement-breakpoint
CREATE TABLE `ticket_originals` (
	`reply_id` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`reply_id`) REFERENCES `ticket_replies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `ticket_replies` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ticket_id` integer NOT NULL,
	`person_id` integer,
	`guest_id` integer,
	`body` text NOT NULL,
	`file_ids` text NOT NULL,
	`opening` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`guest_id`) REFERENCES `guest_invitations`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `ticket_replies_ticket` ON `ticket_replies` (`ticket_id`,`id`);--> statement-breakpoint
CREATE TABLE `ticket_turns` (
	`department_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`department_id`, `person_id`),
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` integer PRIMARY KEY NOT NULL,
	`client_id` integer NOT NULL,
	`guest_id` integer,
	`contact_name` text DEFAULT '' NOT NULL,
	`author_id` integer,
	`title` text NOT NULL,
	`kind_id` integer NOT NULL,
	`priority` text DEFAULT 'medium' NOT NULL,
	`department_id` integer NOT NULL,
	`owner_id` integer,
	`assigned_at` integer NOT NULL,
	`tried_ids` text NOT NULL,
	`state` text DEFAULT 'new' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`started_at` integer,
	`waiting_at` integer,
	`done_at` integer,
	`closed_at` integer,
	`ended_by` text,
	`owed_since` integer,
	`answer_due_at` integer NOT NULL,
	`answered_at` integer,
	`answer_late_at` integer,
	`solve_due_at` integer NOT NULL,
	`solve_late_at` integer,
	`answer_remind_at` integer,
	`pass_at` integer,
	`solve_remind_at` integer,
	`ends_at` integer,
	`check_at` integer,
	`rating` integer,
	`rating_words` text DEFAULT '' NOT NULL,
	`rated_at` integer,
	`sort_key` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`guest_id`) REFERENCES `guest_invitations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`kind_id`) REFERENCES `ticket_kinds`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `tickets_order` ON `tickets` (`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_owner` ON `tickets` (`owner_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_department` ON `tickets` (`department_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_client` ON `tickets` (`client_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_guest` ON `tickets` (`guest_id`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_owed` ON `tickets` (`owner_id`,`owed_since`);--> statement-breakpoint
CREATE INDEX `tickets_check` ON `tickets` (`check_at`);--> statement-breakpoint
CREATE INDEX `tickets_due` ON `tickets` (`owner_id`,`solve_due_at`);