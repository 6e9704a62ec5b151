ALTER TABLE "appointment_changes" ADD COLUMN "left_out" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "appointment_changes" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "appointment_changes" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "appointment_changes" ADD COLUMN "note" text;