ALTER TABLE `messages` ADD `files` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `messages_files` ON `messages` (`group_id`,`seq`) WHERE files > 0;--> statement-breakpoint
UPDATE `messages` SET `files` = (SELECT count(*) FROM `files` WHERE `kind` = 'message' AND `record_id` = `messages`.`id`) WHERE `id` IN (SELECT `record_id` FROM `files` WHERE `kind` = 'message');