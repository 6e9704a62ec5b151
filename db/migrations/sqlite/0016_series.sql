CREATE TABLE `meeting_outsiders` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting_id` integer NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`answer` text,
	`answer_reason` text DEFAULT '' NOT NULL,
	`answered_at` integer,
	`standing` integer DEFAULT false NOT NULL,
	`mailed_at` integer,
	`removed_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_outsiders_email` ON `meeting_outsiders` (`meeting_id`,`email`);--> statement-breakpoint
CREATE TABLE `meeting_rules` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`rule` text NOT NULL,
	`start_at` integer NOT NULL,
	`lasts` integer NOT NULL,
	`host_id` integer NOT NULL,
	`note_taker_id` integer NOT NULL,
	`creator_id` integer NOT NULL,
	`content` text NOT NULL,
	`made_until` text,
	`next_at` integer,
	`ended_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`host_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`note_taker_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`creator_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `meeting_rules_next` ON `meeting_rules` (`next_at`,`id`);--> statement-breakpoint
CREATE TABLE `meeting_templates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`owner_id` integer NOT NULL,
	`shared` integer DEFAULT false NOT NULL,
	`topics` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `meeting_templates_owner` ON `meeting_templates` (`owner_id`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `meeting_templates_shared` ON `meeting_templates` (`shared`,`name`,`id`);--> statement-breakpoint
ALTER TABLE `meeting_people` ADD `standing` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `rule_id` integer REFERENCES meeting_rules(id);--> statement-breakpoint
ALTER TABLE `meetings` ADD `occurrence` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `apart` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_occurrence` ON `meetings` (`rule_id`,`occurrence`);