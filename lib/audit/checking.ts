import { desc } from "drizzle-orm"
import { db } from "@/db/engine"
import { events, ofType } from "@/db/schema/events"
import { emit } from "@/lib/platform/events"
import { log } from "@/lib/platform/log"
import { lastSeal, verifyChain } from "@/lib/platform/verifying"
import { writeAsSystem } from "@/lib/platform/write"
import { logId } from "./log"

interface Check {
  done: number
  total: number
  running: Promise<void> | null
}

declare global {
  // Actions and pages are separate copies of this module.
  var __qibuAuditCheck: Check | undefined
}

/** Follows the whole chain in the background. While one check runs in this process, no other begins. */
export function startCheck(): Promise<void> {
  const now = globalThis.__qibuAuditCheck
  if (now?.running) return now.running
  const check: Check = { done: 0, total: 0, running: null }
  globalThis.__qibuAuditCheck = check
  check.running = follow(check)
    .catch((err) => log.error({ err }, "the audit chain could not be checked"))
    .finally(() => {
      check.running = null
    })
  return check.running
}

/** What was found is said in the log itself: the next reader sees it, wherever it was found. */
async function follow(check: Check): Promise<void> {
  const last = await lastSeal()
  check.total = last?.id ?? 0
  const broken = await verifyChain({
    seen: (sealId) => {
      check.done = sealId
    },
  })
  const seal = { seals: last?.id ?? 0, seal: last?.hash.slice(0, 12) ?? "" }
  await writeAsSystem("audit.check", async (ctx) =>
    emit(ctx, {
      type: "audit.checked",
      recordId: logId,
      data: { whole: !broken, ...(broken ?? seal) },
    }),
  )
}

/** How far the check of this process is; null when none is running. */
export function checkUnderWay(): { done: number; total: number } | null {
  const now = globalThis.__qibuAuditCheck
  return now?.running ? { done: now.done, total: now.total } : null
}

/** What the last whole check found, whoever asked for it. */
export async function lastCheck() {
  const [row] = await db()
    .select({ at: events.at, data: events.data })
    .from(events)
    .where(ofType("audit.checked"))
    .orderBy(desc(events.id))
    .limit(1)
  return row ?? null
}
