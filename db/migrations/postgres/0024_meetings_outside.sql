CREATE TABLE "meeting_days_off" (
	"meeting_id" bigint NOT NULL,
	"day" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meeting_days_off_meeting_id_day_pk" PRIMARY KEY("meeting_id","day")
);
--> statement-breakpoint
CREATE TABLE "task_nudges" (
	"task_id" bigint PRIMARY KEY NOT NULL,
	"by_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"due_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "meeting_points" ADD COLUMN "outsider_id" bigint;--> statement-breakpoint
ALTER TABLE "meeting_outsiders" ADD COLUMN "attendance" text;--> statement-breakpoint
ALTER TABLE "meeting_outsiders" ADD COLUMN "arrived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "meeting_outsiders" ADD COLUMN "absent_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_days_off" ADD CONSTRAINT "meeting_days_off_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_nudges" ADD CONSTRAINT "task_nudges_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_nudges" ADD CONSTRAINT "task_nudges_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;