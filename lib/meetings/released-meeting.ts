import { z } from "zod"
import type { OutwardSender } from "@/lib/platform/outward-sender"
import { refuse } from "@/lib/platform/refusal"
import { type EditedMeetingFields, editedMeeting } from "./inputs"
import { findMeeting, type Meeting } from "./meeting"
import { canPrepare } from "./policy"
import { publishMeeting } from "./publishing"
import { readContent } from "./reading-input"
import { saveMeeting } from "./saving"

const releasedDraft = z.object({ id: z.number(), version: z.number(), reason: z.string() })

/** A form as it was sent, to be read again by the same rules. */
export function writtenEdit({
  outward: _,
  outwardReason: __,
  stopped: ___,
  ...said
}: EditedMeetingFields): unknown {
  const outsiders = said.outsiders.map(({ name, email }) => `${name} ${email}`).join("\n")
  return { ...said, outsiders, press: "save" }
}

async function asItStood(
  ctx: Parameters<OutwardSender["send"]>[0],
  { id, version }: { id: number; version: number },
): Promise<Meeting> {
  const meeting = (await findMeeting(ctx.tx, id)) ?? refuse("not_found")
  if (!canPrepare(ctx.actor, meeting)) refuse("forbidden")
  return meeting.version === version ? meeting : refuse("conflict")
}

/** A draft whose publishing was released: only as it stood when that was asked for. */
export const sendReleasedDraft: OutwardSender = {
  send: async (ctx, input) => {
    const said = releasedDraft.parse(input)
    await publishMeeting(ctx, await asItStood(ctx, said), said.reason)
  },
}

/** A change that was released. */
export const sendReleasedEdit: OutwardSender = {
  send: async (ctx, input) => {
    const said = editedMeeting.parse(input)
    const meeting = await asItStood(ctx, said)
    await saveMeeting(ctx, meeting, said, await readContent(ctx, said))
  },
}
