ALTER TABLE `meeting_resolutions` ADD `withdrawn` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `meetings_state` ON `meetings` (`state`,`start_at`,`id`);--> statement-breakpoint
CREATE INDEX `meetings_to_write` ON `meetings` (`state`,`minutes_version`,`note_taker_id`);--> statement-breakpoint
CREATE INDEX `meetings_library` ON `meetings` (`minutes_published_at`,`id`);