DROP INDEX "mentions_person";--> statement-breakpoint
ALTER TABLE "mentions" ADD COLUMN "group_id" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mentions" ADD COLUMN "seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "mentions_place" ON "mentions" USING btree ("person_id","group_id","seq");--> statement-breakpoint
UPDATE mentions SET group_id = (SELECT group_id FROM messages WHERE messages.id = mentions.message_id), seq = (SELECT seq FROM messages WHERE messages.id = mentions.message_id);