CREATE TABLE `message_originals` (
	`message_id` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `false_finds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`print` text NOT NULL,
	`shown` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `false_finds_once` ON `false_finds` (`kind`,`print`,`person_id`);--> statement-breakpoint
CREATE INDEX `false_finds_kind` ON `false_finds` (`kind`,`at`);--> statement-breakpoint
CREATE TABLE `file_finds` (
	`sha256` text NOT NULL,
	`rules` text NOT NULL,
	`state` text NOT NULL,
	`finds` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`sha256`, `rules`)
);
--> statement-breakpoint
CREATE TABLE `outward_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sender` text NOT NULL,
	`kind` text NOT NULL,
	`record_id` integer NOT NULL,
	`author_id` integer NOT NULL,
	`head_id` integer,
	`input` text NOT NULL,
	`text` text NOT NULL,
	`shown` text NOT NULL,
	`finds` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by_id` integer,
	`accepted` integer,
	`note` text DEFAULT '' NOT NULL,
	`withdrawn_at` integer,
	`sent_at` integer,
	`failed` text,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`head_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `outward_requests_author` ON `outward_requests` (`author_id`,`id`);--> statement-breakpoint
CREATE INDEX `outward_requests_head` ON `outward_requests` (`head_id`,`decided_at`,`id`);--> statement-breakpoint
CREATE INDEX `outward_requests_due` ON `outward_requests` (`sent_at`,`accepted`,`id`);