CREATE TABLE "matter_parts" (
	"matter_id" bigint NOT NULL,
	"department_id" bigint NOT NULL,
	"owner_id" bigint NOT NULL,
	"work" text DEFAULT '' NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"confirmed_by_id" bigint,
	"nudges" bigint DEFAULT 0 NOT NULL,
	"nudged_at" timestamp (3) with time zone,
	CONSTRAINT "matter_parts_matter_id_department_id_pk" PRIMARY KEY("matter_id","department_id")
);
--> statement-breakpoint
CREATE TABLE "matters" (
	"id" bigint PRIMARY KEY NOT NULL,
	"description" text NOT NULL,
	"goal" text DEFAULT '' NOT NULL,
	"background" text DEFAULT '' NOT NULL,
	"department_id" bigint NOT NULL,
	"owner_id" bigint NOT NULL,
	"creator_id" bigint NOT NULL,
	"sensitivity_id" bigint,
	"group_id" bigint,
	"urgency" text DEFAULT 'medium' NOT NULL,
	"due_at" timestamp (3) with time zone,
	"state" text DEFAULT 'pending' NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"support" text DEFAULT '' NOT NULL,
	"support_from_id" bigint,
	"held_up_id" bigint,
	"blocked_by_id" bigint,
	"blocked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"sort_key" bigint NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "matter_parts" ADD CONSTRAINT "matter_parts_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_parts" ADD CONSTRAINT "matter_parts_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_parts" ADD CONSTRAINT "matter_parts_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_parts" ADD CONSTRAINT "matter_parts_confirmed_by_id_people_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_creator_id_people_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_sensitivity_id_sensitivities_id_fk" FOREIGN KEY ("sensitivity_id") REFERENCES "public"."sensitivities"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_support_from_id_people_id_fk" FOREIGN KEY ("support_from_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_held_up_id_departments_id_fk" FOREIGN KEY ("held_up_id") REFERENCES "public"."departments"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_blocked_by_id_people_id_fk" FOREIGN KEY ("blocked_by_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "matter_parts_owner" ON "matter_parts" USING btree ("owner_id","confirmed_at");--> statement-breakpoint
CREATE INDEX "matter_parts_department" ON "matter_parts" USING btree ("department_id","matter_id");--> statement-breakpoint
CREATE INDEX "matters_order" ON "matters" USING btree ("sort_key","id");--> statement-breakpoint
CREATE INDEX "matters_owner" ON "matters" USING btree ("owner_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "matters_department" ON "matters" USING btree ("department_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "matters_support" ON "matters" USING btree ("support_from_id","state");