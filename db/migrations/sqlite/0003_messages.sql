CREATE TABLE `announcement_reads` (
	`announcement_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`announcement_id`, `person_id`),
	FOREIGN KEY (`announcement_id`) REFERENCES `announcements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `announcements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`group_id` integer NOT NULL,
	`topic` text NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`ordinary_minutes` integer,
	`urgent_minutes` integer,
	`author_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `announcements_group` ON `announcements` (`group_id`,`id`);--> statement-breakpoint
CREATE TABLE `group_members` (
	`group_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`role` text DEFAULT 'member' NOT NULL,
	`follows` integer DEFAULT false NOT NULL,
	`joined_at` integer NOT NULL,
	`joined_seq` integer NOT NULL,
	`on_call` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`group_id`, `person_id`),
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `group_members_person` ON `group_members` (`person_id`,`group_id`,`role`);--> statement-breakpoint
CREATE TABLE `group_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`group_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`decided_at` integer,
	`decided_by_id` integer,
	`accepted` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `group_requests_group` ON `group_requests` (`group_id`,`decided_at`,`id`);--> statement-breakpoint
CREATE INDEX `group_requests_person` ON `group_requests` (`person_id`,`group_id`);--> statement-breakpoint
CREATE TABLE `groups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`department_id` integer,
	`join_rule` text DEFAULT 'invitation' NOT NULL,
	`direct_key` text,
	`created_by_id` integer,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	`last_seq` integer DEFAULT 0 NOT NULL,
	`last_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `groups_direct` ON `groups` (`direct_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `groups_department` ON `groups` (`department_id`);--> statement-breakpoint
CREATE INDEX `groups_kind` ON `groups` (`kind`,`archived_at`,`name`,`id`);--> statement-breakpoint
CREATE TABLE `clocks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`message_id` integer NOT NULL,
	`group_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`holder_id` integer NOT NULL,
	`asked_by_id` integer NOT NULL,
	`urgency` text NOT NULL,
	`opened_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`remind_at` integer,
	`reminded_at` integer,
	`escalated_at` integer,
	`escalated_to` text,
	`answered_at` integer,
	`answered_by` text,
	`cancelled_at` integer,
	`open` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`holder_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`asked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `clocks_message` ON `clocks` (`message_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `clocks_holder` ON `clocks` (`holder_id`,`open`,`due_at`);--> statement-breakpoint
CREATE INDEX `clocks_group` ON `clocks` (`group_id`,`open`,`due_at`);--> statement-breakpoint
CREATE INDEX `clocks_remind` ON `clocks` (`open`,`remind_at`);--> statement-breakpoint
CREATE INDEX `clocks_due` ON `clocks` (`open`,`escalated_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `fan_outs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`message_id` integer NOT NULL,
	`category` text NOT NULL,
	`after_person_id` integer DEFAULT 0 NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `fan_outs_open` ON `fan_outs` (`done_at`,`id`);--> statement-breakpoint
CREATE TABLE `group_places` (
	`person_id` integer NOT NULL,
	`group_id` integer NOT NULL,
	`muted_at` integer,
	`pinned_at` integer,
	`draft` text DEFAULT '' NOT NULL,
	`draft_at` integer,
	PRIMARY KEY(`person_id`, `group_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `kept_messages` (
	`person_id` integer NOT NULL,
	`message_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `message_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `kept_messages_list` ON `kept_messages` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `mentions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`message_id` integer NOT NULL,
	`person_id` integer,
	`reason` text NOT NULL,
	`needs_answer` integer NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `mentions_message` ON `mentions` (`message_id`);--> statement-breakpoint
CREATE INDEX `mentions_person` ON `mentions` (`person_id`,`message_id`);--> statement-breakpoint
CREATE TABLE `message_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`message_id` integer NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `message_versions_message` ON `message_versions` (`message_id`,`id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`group_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`author_id` integer NOT NULL,
	`at` integer NOT NULL,
	`urgency` text DEFAULT 'ordinary' NOT NULL,
	`body` text NOT NULL,
	`thread_id` integer,
	`quote_id` integer,
	`source_id` integer,
	`note` text,
	`replies` integer DEFAULT 0 NOT NULL,
	`last_reply_at` integer,
	`edited_at` integer,
	`withdrawn_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`thread_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`quote_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`source_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_seq` ON `messages` (`group_id`,`seq`);--> statement-breakpoint
CREATE INDEX `messages_stream` ON `messages` (`group_id`,`thread_id`,`seq`);--> statement-breakpoint
CREATE INDEX `messages_thread` ON `messages` (`thread_id`,`seq`);--> statement-breakpoint
CREATE INDEX `messages_group_at` ON `messages` (`group_id`,`at`);--> statement-breakpoint
CREATE INDEX `messages_author` ON `messages` (`author_id`,`id`);--> statement-breakpoint
CREATE TABLE `reactions` (
	`message_id` integer NOT NULL,
	`code` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`message_id`, `code`, `person_id`),
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `read_positions` (
	`person_id` integer NOT NULL,
	`group_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`seen` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`person_id`, `group_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `read_positions_group` ON `read_positions` (`group_id`,`seen`);--> statement-breakpoint
CREATE TABLE `reads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`group_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`up_to_seq` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reads_reader` ON `reads` (`group_id`,`person_id`,`up_to_seq`);--> statement-breakpoint
CREATE TABLE `scheduled_messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`group_id` integer NOT NULL,
	`input` text NOT NULL,
	`due_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`failed` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `scheduled_messages_due` ON `scheduled_messages` (`sent_at`,`failed`,`due_at`);--> statement-breakpoint
CREATE INDEX `scheduled_messages_person` ON `scheduled_messages` (`person_id`,`group_id`,`due_at`);--> statement-breakpoint
CREATE TABLE `taggings` (
	`tag_id` integer NOT NULL,
	`kind` text NOT NULL,
	`record_id` integer NOT NULL,
	PRIMARY KEY(`kind`, `record_id`, `tag_id`),
	FOREIGN KEY (`tag_id`) REFERENCES `tags`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `taggings_tag` ON `taggings` (`tag_id`,`kind`,`record_id`);--> statement-breakpoint
CREATE TABLE `tags` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`initials` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_key` ON `tags` (`key`);--> statement-breakpoint
ALTER TABLE `tasks` ADD `source_kind` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `source_id` integer;--> statement-breakpoint
CREATE INDEX `tasks_source` ON `tasks` (`source_kind`,`source_id`);