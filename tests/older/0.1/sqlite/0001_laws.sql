CREATE TRIGGER `events_stay` BEFORE UPDATE ON `events` BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `events_remain` BEFORE DELETE ON `events` BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `seals_stay` BEFORE UPDATE ON `seals` BEGIN SELECT RAISE(ABORT, 'seals are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `seals_remain` BEFORE DELETE ON `seals` BEGIN SELECT RAISE(ABORT, 'seals are never deleted'); END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(tokens, who, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
