import type { WayOut } from "@/lib/outward/inputs"
import { asItIs, type Leaving, type Passed, passOutward } from "@/lib/outward/passing"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { maskedParts } from "@/lib/platform/screening/masking-parts"
import type { MeetingContent } from "./content"
import type { EditedMeetingFields } from "./inputs"
import { maskDraft, withParts } from "./masked-meeting"
import type { Meeting } from "./meeting"
import { dropOriginal, keepOriginal } from "./originals"
import { type Outside, partsOutside, textOutside } from "./outside-text"
import { publishMeeting } from "./publishing"
import { guestsReadIt } from "./read-outside"
import { writtenEdit } from "./released-meeting"
import { saveMeeting } from "./saving"

type Own = Ctx & { actor: PersonActor }
/** The number of the request, where somebody cleared was asked first. */
type Sent = { asked?: number }

const nobody: Passed = asItIs("")

const leavingFrom = (
  { id }: Pick<Meeting, "id">,
  sender: string,
  input: unknown,
  text: string,
): Leaving => ({ sender, input, text, place: { kind: "meeting", recordId: id }, fileIds: [] })

/**
 * 发布, where what people of other companies will read passes the gate on the way to them
 * (decision 31). Asked for, it stays a draft until it is released.
 * @throws Refusal as `publishMeeting` and `passOutward`
 */
export async function publishOrAsk(
  ctx: Own,
  meeting: Meeting,
  reason: string,
  way: WayOut,
): Promise<Sent> {
  const { id, version } = meeting
  const text = textOutside(meeting, false)
  const passed =
    meeting.outsiders.length > 0
      ? await passOutward(
          ctx,
          leavingFrom(meeting, "meetings.publish", { id, version, reason }, text),
          way,
        )
      : nobody
  if (passed.asked !== null) return { asked: passed.asked }
  const masked = passed.original !== null
  const ready = masked ? await maskDraft(ctx, meeting, await maskedWords(meeting, false)) : meeting
  await publishMeeting(ctx, ready, reason)
  if (masked) await keepOriginal(ctx, id, text)
  return {}
}

/**
 * What the form of a meeting says; where that changes what outsiders read of a published one, it
 * passes the gate first. Asked for, nothing changes until it is released.
 * @throws Refusal as `saveMeeting` and `passOutward`
 */
export async function saveOrAsk(
  ctx: Own,
  meeting: Meeting,
  input: EditedMeetingFields,
  content: MeetingContent,
  way: WayOut,
): Promise<Sent> {
  if (meeting.version !== input.version) refuse("conflict")
  const guests = await guestsReadIt(ctx.tx, meeting)
  const text = textOutside(content, guests)
  const says = saysAnew(meeting, content, guests)
  const passed = says
    ? await passOutward(ctx, leavingFrom(meeting, "meetings.edit", writtenEdit(input), text), way)
    : nobody
  if (passed.asked !== null) return { asked: passed.asked }
  const masked = passed.original !== null
  const parts = masked ? await maskedWords(content, guests) : null
  await saveMeeting(ctx, meeting, input, parts ? withParts(content, parts) : content)
  if (masked) await keepOriginal(ctx, meeting.id, text)
  else if (says) await dropOriginal(ctx, meeting.id)
  return {}
}

const maskedWords = (meeting: Outside, guests: boolean) =>
  maskedParts(partsOutside(meeting, guests))

/** Whether somebody outside would read something that they, or others there, haven't read yet. */
function saysAnew(meeting: Meeting, content: MeetingContent, guests: boolean): boolean {
  if (meeting.publishedAt === null) return false
  const known = new Set(meeting.outsiders.map(({ email }) => email))
  const outsiders = content.outsiders ?? meeting.outsiders
  if (outsiders.some(({ email }) => !known.has(email))) return true
  const differs = textOutside(meeting, guests) !== textOutside(content, guests)
  return differs && (guests || outsiders.length > 0)
}
