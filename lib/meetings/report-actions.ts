"use server"

import { action, nothing } from "@/lib/action"
import { departmentPart } from "./inputs-record"
import { canCreate } from "./policy"
import { partFor, sendReport } from "./sending-report"

export const sendReportAction = action({
  name: "meetings.send_report",
  input: departmentPart,
  limit: { times: 30, per: 60 },
  prepare: async (input, actor) => (canCreate(actor) ? partFor(actor, input) : null),
  load: nothing,
  can: canCreate,
  run: (ctx, _, { department }, part) => sendReport(ctx, department, part),
})
