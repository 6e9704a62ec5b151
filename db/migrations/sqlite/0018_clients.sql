CREATE TABLE `client_contacts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` integer NOT NULL,
	`name` text NOT NULL,
	`position` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`wechat` text DEFAULT '' NOT NULL,
	`main` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `client_contacts_client` ON `client_contacts` (`client_id`);--> statement-breakpoint
CREATE TABLE `client_handovers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_id` integer NOT NULL,
	`to_id` integer NOT NULL,
	`asked_by_id` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`asked_at` integer NOT NULL,
	`from_confirmed_at` integer,
	`to_confirmed_at` integer,
	`outcome` text,
	`ended_at` integer,
	FOREIGN KEY (`from_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`to_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`asked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `client_handovers_to` ON `client_handovers` (`to_id`,`outcome`);--> statement-breakpoint
CREATE TABLE `clients` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`short_name` text DEFAULT '' NOT NULL,
	`credit_code` text DEFAULT '' NOT NULL,
	`name_key` text NOT NULL,
	`short_key` text DEFAULT '' NOT NULL,
	`stage` text DEFAULT 'prospect' NOT NULL,
	`tags` text DEFAULT '' NOT NULL,
	`region` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`remark` text DEFAULT '' NOT NULL,
	`owner_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	`creator_id` integer NOT NULL,
	`handover_id` integer,
	`next_contact_at` integer,
	`last_contact_at` integer,
	`archived_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`sort_key` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`creator_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`handover_id`) REFERENCES `client_handovers`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `clients_order` ON `clients` (`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `clients_owner` ON `clients` (`owner_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `clients_department` ON `clients` (`department_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `clients_updated` ON `clients` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `clients_name` ON `clients` (`name_key`);--> statement-breakpoint
CREATE INDEX `clients_short` ON `clients` (`short_key`);--> statement-breakpoint
CREATE INDEX `clients_code` ON `clients` (`credit_code`);--> statement-breakpoint
CREATE INDEX `clients_handover` ON `clients` (`handover_id`);--> statement-breakpoint
CREATE TABLE `communications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` integer NOT NULL,
	`contact_name` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`method` text NOT NULL,
	`topic` text NOT NULL,
	`need` text DEFAULT '' NOT NULL,
	`response` text DEFAULT '' NOT NULL,
	`owner_id` integer NOT NULL,
	`plan` text DEFAULT '' NOT NULL,
	`next_at` integer,
	`settled_at` integer,
	`remind_at` integer,
	`recorder_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`recorder_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `communications_client` ON `communications` (`client_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `communications_owner` ON `communications` (`owner_id`,`next_at`);--> statement-breakpoint
CREATE INDEX `communications_remind` ON `communications` (`remind_at`);--> statement-breakpoint
CREATE INDEX `communications_at` ON `communications` (`at`,`id`);