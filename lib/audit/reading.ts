"use server"

import { z } from "zod"
import { reading } from "@/lib/action"
import { checkUnderWay } from "./checking"
import { mayAudit } from "./policy"
import { countSince } from "./queries"

const ask = reading({
  name: "audit.news",
  input: z.strictObject({ since: z.number().int().min(0) }),
  run: async (actor, { since }) =>
    mayAudit(actor) ? { fresh: await countSince(since), check: checkUnderWay() } : null,
})

/** What an open log has missed, and how far the check is. */
export async function auditNews(since: number) {
  return ask({ since })
}
