ALTER TABLE "meeting_resolutions" ADD COLUMN "withdrawn" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "meetings_state" ON "meetings" USING btree ("state","start_at","id");--> statement-breakpoint
CREATE INDEX "meetings_to_write" ON "meetings" USING btree ("state","minutes_version","note_taker_id");--> statement-breakpoint
CREATE INDEX "meetings_library" ON "meetings" USING btree ("minutes_published_at","id");