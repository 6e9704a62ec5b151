ALTER TABLE `matters` ADD `source_kind` text;--> statement-breakpoint
ALTER TABLE `matters` ADD `source_id` integer;--> statement-breakpoint
CREATE INDEX `matters_source` ON `matters` (`source_kind`,`source_id`);