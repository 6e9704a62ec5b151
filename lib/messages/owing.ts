import { and, asc, eq, sql } from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { clocks } from "@/db/schema/messages"
import type { PersonActor } from "@/lib/platform/actor"

const owed = prepared((on) =>
  on
    .select({ groupId: clocks.groupId, dueAt: clocks.dueAt, urgency: clocks.urgency })
    .from(clocks)
    .where(and(eq(clocks.holderId, sql.placeholder("personId")), eq(clocks.open, true)))
    .orderBy(asc(clocks.dueAt))
    .limit(500)
    .prepare(),
)

/** Where somebody owes answers: by group the one that is due first, urgent ones before others. */
export async function owedIn(actor: PersonActor) {
  const found = new Map<number, { dueAt: string; urgent: boolean }>()
  for (const { groupId, dueAt, urgency } of await owed(db()).execute({
    personId: actor.personId,
  })) {
    const urgent = urgency === "urgent"
    const known = found.get(groupId)
    if (!known || (urgent && !known.urgent))
      found.set(groupId, { dueAt: dueAt.toISOString(), urgent })
  }
  return found
}
