CREATE FUNCTION "never_changed"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% are never changed or deleted', TG_TABLE_NAME; END $$;
--> statement-breakpoint
CREATE TRIGGER "events_stay" BEFORE UPDATE OR DELETE ON "events" FOR EACH ROW EXECUTE FUNCTION "never_changed"();
--> statement-breakpoint
CREATE TRIGGER "seals_stay" BEFORE UPDATE OR DELETE ON "seals" FOR EACH ROW EXECUTE FUNCTION "never_changed"();
--> statement-breakpoint
CREATE TABLE "search_index" ("id" bigint PRIMARY KEY, "tokens" tsvector NOT NULL, "who" tsvector NOT NULL);
--> statement-breakpoint
CREATE INDEX "search_index_tokens" ON "search_index" USING gin ("tokens");
--> statement-breakpoint
CREATE INDEX "search_index_who" ON "search_index" USING gin ("who");
