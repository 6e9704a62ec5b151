import { breath } from "@/db/breath"
import { db } from "@/db/engine"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { nameBook } from "@/lib/people/name-book"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { checkRecords, type RecordCheck, takePlans } from "@/lib/platform/record-import"
import { refuse } from "@/lib/platform/refusal"
import { homeOf } from "./checking"
import { findClient } from "./client"
import { saveContact } from "./contacts"
import { createClient } from "./creating"
import { withClients } from "./import-clients"
import { requiredTalkColumns, talkTitles } from "./import-columns"
import { readTalkRow, type TalkPlan } from "./import-rows"
import { nameKeyOf } from "./likeness"
import { recordCommunication } from "./recording"

type Own = Ctx & { actor: PersonActor }

/** What a file in the columns of template T4 would make; nothing is written. */
export function checkTalkFile(
  actor: PersonActor,
  fileId: number,
  now = new Date(),
): Promise<RecordCheck<TalkPlan> | null> {
  return checkRecords(actor, fileId, talkTitles, requiredTalkColumns, async (rows) => {
    const [book, calendar] = await Promise.all([nameBook(db()), companyCalendar()])
    return withClients(
      actor,
      rows.map((row) => readTalkRow(book, calendar, row, now)),
    )
  })
}

/**
 * Writes them all down, the earliest first, so that each answers what was owed before it. A client
 * that isn't there is made once, with the contact persons that the rows name.
 * @throws Refusal as `takePlans` and `createClient` do
 */
export async function importTalks(ctx: Own, check: RecordCheck<TalkPlan>): Promise<number> {
  const plans = await takePlans(ctx, check)
  const made = new Map<string, number>()
  for (const plan of plans.toSorted((a, b) => a.content.at.getTime() - b.content.at.getTime())) {
    await breath()
    const key = nameKeyOf(plan.clientName)
    const id = plan.clientId ?? made.get(key) ?? (await makeClient(ctx, plan))
    made.set(key, id)
    const client = (await findClient(ctx.tx, id)) ?? refuse("not_found")
    const { contactName } = plan.content
    if (contactName !== "" && !client.contacts.some(({ name }) => name === contactName))
      await saveContact(ctx, client, undefined, {
        ...{ name: contactName, position: "", phone: "", email: "", wechat: "", main: false },
      })
    await recordCommunication(ctx, client, plan.content, plan.past)
  }
  emit(ctx, {
    type: "client.file_imported",
    recordId: ctx.actor.personId,
    data: { count: plans.length },
  })
  return plans.length
}

async function makeClient(ctx: Own, { clientName, content }: TalkPlan): Promise<number> {
  const department = (await homeOf(ctx.tx, content.ownerId)) ?? refuse("not_found")
  return createClient(ctx, {
    ...{ name: clientName, shortName: "", creditCode: "", stage: "talks", tags: "" },
    ...{ region: "", address: "", remark: "", department, ownerId: content.ownerId },
    imported: true,
  })
}
