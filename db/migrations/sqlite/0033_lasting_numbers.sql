CREATE TABLE `__new_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`type` text NOT NULL,
	`kind` text NOT NULL,
	`record_id` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` integer,
	`address` text,
	`request_id` text,
	`data` text NOT NULL,
	`topics` text NOT NULL,
	`needs_review` integer DEFAULT false NOT NULL,
	`transaction` integer
);
--> statement-breakpoint
INSERT INTO `__new_events`("id", "at", "type", "kind", "record_id", "actor_kind", "actor_id", "address", "request_id", "data", "topics", "needs_review", "transaction") SELECT "id", "at", "type", "kind", "record_id", "actor_kind", "actor_id", "address", "request_id", "data", "topics", "needs_review", "transaction" FROM `events`;--> statement-breakpoint
DROP TABLE `events`;--> statement-breakpoint
ALTER TABLE `__new_events` RENAME TO `events`;--> statement-breakpoint
CREATE INDEX `events_record` ON `events` (`kind`,`record_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_actor` ON `events` (`actor_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_type` ON `events` (`type`,`id`) WHERE type <> 'message.sent';--> statement-breakpoint
CREATE INDEX `events_transaction` ON `events` (`transaction`) WHERE "transaction" is not null;--> statement-breakpoint
CREATE INDEX `events_review` ON `events` (`id`) WHERE needs_review;--> statement-breakpoint
CREATE TRIGGER `events_stay` BEFORE UPDATE ON `events` BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `events_remain` BEFORE DELETE ON `events` BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
--> statement-breakpoint
CREATE TABLE `__new_messages` (
	`id` integer PRIMARY KEY NOT NULL,
	`group_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`author_id` integer NOT NULL,
	`guest_id` integer,
	`at` integer NOT NULL,
	`urgency` text DEFAULT 'ordinary' NOT NULL,
	`body` text NOT NULL,
	`thread_id` integer,
	`quote_id` integer,
	`source_id` integer,
	`note` text,
	`copied_to` text,
	`replies` integer DEFAULT 0 NOT NULL,
	`last_reply_at` integer,
	`files` integer DEFAULT 0 NOT NULL,
	`edited_at` integer,
	`withdrawn_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`guest_id`) REFERENCES `guest_invitations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`thread_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`quote_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`source_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
INSERT INTO `__new_messages`("id", "group_id", "seq", "author_id", "guest_id", "at", "urgency", "body", "thread_id", "quote_id", "source_id", "note", "copied_to", "replies", "last_reply_at", "files", "edited_at", "withdrawn_at", "version") SELECT "id", "group_id", "seq", "author_id", "guest_id", "at", "urgency", "body", "thread_id", "quote_id", "source_id", "note", "copied_to", "replies", "last_reply_at", "files", "edited_at", "withdrawn_at", "version" FROM `messages`;--> statement-breakpoint
DROP TABLE `messages`;--> statement-breakpoint
ALTER TABLE `__new_messages` RENAME TO `messages`;--> statement-breakpoint
CREATE INDEX `messages_files` ON `messages` (`group_id`,`seq`) WHERE files > 0;--> statement-breakpoint
CREATE UNIQUE INDEX `messages_seq` ON `messages` (`group_id`,`seq`);--> statement-breakpoint
CREATE INDEX `messages_stream` ON `messages` (`group_id`,`thread_id`,`seq`);--> statement-breakpoint
CREATE INDEX `messages_thread` ON `messages` (`thread_id`,`seq`) WHERE thread_id is not null;--> statement-breakpoint
CREATE INDEX `messages_group_at` ON `messages` (`group_id`,`at`);--> statement-breakpoint
CREATE INDEX `messages_guest` ON `messages` (`group_id`,`at`) WHERE guest_id is not null;--> statement-breakpoint
CREATE TABLE `__new_search_rows` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`record_id` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_search_rows`("id", "kind", "record_id", "hash") SELECT "id", "kind", "record_id", "hash" FROM `search_rows`;--> statement-breakpoint
DROP TABLE `search_rows`;--> statement-breakpoint
ALTER TABLE `__new_search_rows` RENAME TO `search_rows`;--> statement-breakpoint
CREATE UNIQUE INDEX `search_rows_record` ON `search_rows` (`kind`,`record_id`);--> statement-breakpoint
DELETE FROM sqlite_sequence WHERE name IN ('events', 'messages', 'search_rows');
