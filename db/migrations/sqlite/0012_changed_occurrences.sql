ALTER TABLE `appointment_changes` ADD `left_out` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `appointment_changes` ADD `title` text;--> statement-breakpoint
ALTER TABLE `appointment_changes` ADD `place` text;--> statement-breakpoint
ALTER TABLE `appointment_changes` ADD `note` text;