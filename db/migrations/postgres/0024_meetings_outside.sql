CREATE TABLE "meeting_days_off" (
	"meeting_id" bigint NOT NULL,
	"day" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meeting_days_off_meeting_id_day_pk" PRIMARY KEY("meeting_id","day")
);
--> statement-breakpoint
ALTER TABLE "meeting_points" ADD COLUMN "outsider_id" bigint;--> statement-breakpoint
ALTER TABLE "meeting_outsiders" ADD COLUMN "attendance" text;--> statement-breakpoint
ALTER TABLE "meeting_outsiders" ADD COLUMN "arrived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "meeting_outsiders" ADD COLUMN "absent_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_days_off" ADD CONSTRAINT "meeting_days_off_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;