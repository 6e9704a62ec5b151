import { eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { meetingOutsiders } from "@/db/schema/meetings/outsiders"
import { actorsOf } from "@/lib/platform/organisation"
import { readSignedWord, signedWord } from "@/lib/platform/signed-word"
import { siteAddress } from "@/lib/platform/site-address"
import { findMeeting, type Meeting, type Participant } from "./meeting"
import type { Outsider } from "./outsiders"
import { canSee } from "./policy"

const purpose = "meeting answer"

const linkOf = (what: string): string =>
  new URL(`/answer/${signedWord(purpose, what)}`, siteAddress()).href

/** Where a mail's reader says whether they come: good for them and this meeting alone. */
export const colleaguesLink = (meetingId: number, personId: number): string =>
  linkOf(`p.${meetingId}.${personId}`)
export const outsidersLink = ({ id, meetingId }: Pick<Outsider, "id" | "meetingId">): string =>
  linkOf(`o.${meetingId}.${id}`)

export type Invitee = { meeting: Meeting } & ({ participant: Participant } | { outsider: Outsider })

/**
 * Whose answer a link is, as long as there is something to answer: until the meeting begins.
 * @returns null for every other link, whatever is wrong with it
 */
export async function readAnswerLink(token: string): Promise<Invitee | null> {
  const what = readSignedWord(purpose, token) ?? ""
  const [, kind, meetingId = "", id = ""] = /^([po])\.(\d{1,15})\.(\d{1,15})$/.exec(what) ?? []
  const meeting = kind ? await findMeeting(db(), Number(meetingId)) : null
  if (meeting?.state !== "published" || meeting.startAt <= new Date()) return null
  if (kind === "p") {
    const participant = meeting.people.find(({ personId }) => personId === Number(id))
    // As in the portal: who left, or isn't cleared any more, sees nothing of it.
    const [actor] = participant ? await actorsOf(db(), [participant.personId]) : []
    return participant && actor && canSee(actor, meeting) ? { meeting, participant } : null
  }
  const [outsider] = await db()
    .select()
    .from(meetingOutsiders)
    .where(eq(meetingOutsiders.id, Number(id)))
  const invited = outsider?.meetingId === meeting.id && outsider.removedAt === null
  return invited ? { meeting, outsider } : null
}
