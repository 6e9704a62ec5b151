CREATE TABLE `client_dossiers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` integer NOT NULL,
	`nth` integer NOT NULL,
	`reason` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`made_at` integer NOT NULL,
	`records` integer NOT NULL,
	`files` integer NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`seal` text NOT NULL,
	`previous` integer,
	`words` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`previous`) REFERENCES `client_dossiers`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_dossiers_nth` ON `client_dossiers` (`client_id`,`nth`);--> statement-breakpoint
CREATE TABLE `dossier_positions` (
	`client_id` integer PRIMARY KEY NOT NULL,
	`up_to` integer NOT NULL,
	`wanted_at` integer,
	`wanted_for` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `dossier_positions_due` ON `dossier_positions` (`up_to`,`client_id`);--> statement-breakpoint
CREATE INDEX `dossier_positions_wanted` ON `dossier_positions` (`wanted_at`);--> statement-breakpoint
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
CREATE INDEX `outward_requests_due` ON `outward_requests` (`sent_at`,`accepted`,`id`);--> statement-breakpoint
ALTER TABLE `communications` ADD `corrected_at` integer;--> statement-breakpoint
ALTER TABLE `groups` ADD `client_id` integer REFERENCES clients(id);--> statement-breakpoint
ALTER TABLE `groups` ADD `client_since` integer;--> statement-breakpoint
CREATE INDEX `groups_client` ON `groups` (`client_id`);