import type { Db } from "@/db/database"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { instantOf } from "@/lib/calendar/zones"
import { resolvePerson } from "@/lib/people/finding"
import type { CommunicationFields } from "./communication-inputs"
import { morningOf } from "./next-contact"
import type { CommunicationContent } from "./recording"

/** The form's names and days as ids and instants; without a name it is `usual`'s, without a time now. */
export async function readCommunication(
  db: Db,
  { at, owner, next, contact, ...texts }: CommunicationFields,
  usual: { ownerId: number; at: Date },
): Promise<CommunicationContent> {
  const calendar = await companyCalendar()
  return {
    ...texts,
    contactName: contact,
    at: at === null ? usual.at : instantOf(calendar.timeZone, at.slice(0, 10), at.slice(11)),
    ownerId: owner === "" ? usual.ownerId : await resolvePerson(db, owner, "owner"),
    nextAt: next === null ? null : morningOf(calendar, next),
  }
}
