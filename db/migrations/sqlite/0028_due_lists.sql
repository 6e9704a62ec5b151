ALTER TABLE `access` ADD `due_at` integer;--> statement-breakpoint
UPDATE `access` SET `due_at` = (SELECT `tasks`.`due_at` FROM `tasks` WHERE `tasks`.`id` = `access`.`record_id`) WHERE `kind` = 'task';--> statement-breakpoint
CREATE INDEX `access_due` ON `access` (`kind`,`principal`,`due_at`,`record_id`,`label`) WHERE due_at is not null;