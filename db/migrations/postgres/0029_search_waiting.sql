CREATE TABLE "search_waiting" (
	"id" bigint PRIMARY KEY NOT NULL,
	"tokens" text NOT NULL,
	"who" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_waiting" ADD CONSTRAINT "search_waiting_id_search_rows_id_fk" FOREIGN KEY ("id") REFERENCES "public"."search_rows"("id") ON DELETE cascade ON UPDATE no action;