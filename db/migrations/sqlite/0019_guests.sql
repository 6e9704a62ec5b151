CREATE TABLE `guest_approvals` (
	`invitation_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	`head_id` integer,
	`decided_at` integer,
	`decided_by_id` integer,
	`accepted` integer,
	PRIMARY KEY(`invitation_id`, `department_id`),
	FOREIGN KEY (`invitation_id`) REFERENCES `guest_invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`head_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `guest_approvals_head` ON `guest_approvals` (`head_id`,`decided_at`);--> statement-breakpoint
CREATE TABLE `guest_codes` (
	`invitation_id` integer PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `guest_invitations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `guest_invitations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`organisation` text NOT NULL,
	`email` text NOT NULL,
	`purpose` text NOT NULL,
	`locale` text NOT NULL,
	`wants_code` integer DEFAULT false NOT NULL,
	`inviter_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`token_hash` text,
	`opened_at` integer,
	`refused_at` integer,
	`used_at` integer,
	`revoked_at` integer,
	`revoked_by_id` integer,
	`suspended_at` integer,
	`reminded_at` integer,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inviter_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`revoked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `guest_invitations_token` ON `guest_invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `guest_invitations_inviter` ON `guest_invitations` (`inviter_id`,`id`);--> statement-breakpoint
CREATE INDEX `guest_invitations_ending` ON `guest_invitations` (`ended_at`,`expires_at`);--> statement-breakpoint
CREATE INDEX `guest_invitations_reminding` ON `guest_invitations` (`reminded_at`,`expires_at`);--> statement-breakpoint
CREATE TABLE `guest_scopes` (
	`invitation_id` integer NOT NULL,
	`kind` text NOT NULL,
	`record_id` integer NOT NULL,
	`may` text NOT NULL,
	`seen_at` integer,
	PRIMARY KEY(`invitation_id`, `kind`, `record_id`),
	FOREIGN KEY (`invitation_id`) REFERENCES `guest_invitations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `guest_scopes_record` ON `guest_scopes` (`kind`,`record_id`,`invitation_id`);--> statement-breakpoint
CREATE TABLE `guest_sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`invitation_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`ended_at` integer,
	`address` text,
	`device` text,
	FOREIGN KEY (`invitation_id`) REFERENCES `guest_invitations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `guest_sessions_token` ON `guest_sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `guest_sessions_invitation` ON `guest_sessions` (`invitation_id`,`ended_at`);--> statement-breakpoint
ALTER TABLE `messages` ADD `guest_id` integer REFERENCES guest_invitations(id);