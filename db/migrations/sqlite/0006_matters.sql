CREATE TABLE `matter_parts` (
	`matter_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	`owner_id` integer NOT NULL,
	`work` text DEFAULT '' NOT NULL,
	`asked_at` integer NOT NULL,
	`confirmed_at` integer,
	`confirmed_by_id` integer,
	`nudges` integer DEFAULT 0 NOT NULL,
	`nudged_at` integer,
	PRIMARY KEY(`matter_id`, `department_id`),
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`confirmed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `matter_parts_owner` ON `matter_parts` (`owner_id`,`confirmed_at`);--> statement-breakpoint
CREATE INDEX `matter_parts_department` ON `matter_parts` (`department_id`,`matter_id`);--> statement-breakpoint
CREATE TABLE `matters` (
	`id` integer PRIMARY KEY NOT NULL,
	`description` text NOT NULL,
	`goal` text DEFAULT '' NOT NULL,
	`background` text DEFAULT '' NOT NULL,
	`department_id` integer NOT NULL,
	`owner_id` integer NOT NULL,
	`creator_id` integer NOT NULL,
	`sensitivity_id` integer,
	`group_id` integer,
	`urgency` text DEFAULT 'medium' NOT NULL,
	`due_at` integer,
	`state` text DEFAULT 'pending' NOT NULL,
	`remark` text DEFAULT '' NOT NULL,
	`support` text DEFAULT '' NOT NULL,
	`support_from_id` integer,
	`held_up_id` integer,
	`blocked_by_id` integer,
	`blocked_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`done_at` integer,
	`sort_key` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`creator_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`sensitivity_id`) REFERENCES `sensitivities`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`support_from_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`held_up_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`blocked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `matters_order` ON `matters` (`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `matters_owner` ON `matters` (`owner_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `matters_department` ON `matters` (`department_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `matters_support` ON `matters` (`support_from_id`,`state`);