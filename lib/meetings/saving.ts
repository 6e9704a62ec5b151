import { ruleOf } from "@/lib/appointments/reading-input"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { aligned, beginSeries } from "./beginning-series"
import { changeSeries } from "./changing-series"
import type { MeetingContent } from "./content"
import { editMeeting } from "./editing"
import type { EditedMeetingFields } from "./inputs"
import { makeAhead } from "./making"
import type { Meeting } from "./meeting"

type Own = Ctx & { actor: PersonActor }
type Said = Pick<
  EditedMeetingFields,
  "version" | "reason" | "which" | "start" | "repeat" | "interval" | "on" | "until" | "count"
>

/**
 * What the form of a meeting says: of this one alone, of those that follow, of all; of one that
 * took place once it may say that it comes again.
 */
export async function saveMeeting(
  ctx: Own,
  meeting: Meeting,
  said: Said,
  content: MeetingContent,
): Promise<void> {
  const { version, reason, which } = said
  const rule = ruleOf(said, said.start.slice(0, 10))
  const draft = meeting.state === "draft"
  if (meeting.ruleId !== null && (draft || which !== "one")) {
    const all = draft || which === "one" ? "all" : which
    return changeSeries(ctx, meeting, all, { version, content, rule, reason })
  }
  if (meeting.ruleId !== null || rule === null)
    return editMeeting(ctx, meeting, version, content, reason)
  const first = await aligned(content, rule)
  await editMeeting(ctx, meeting, version, first, reason, { together: true })
  const begun = await beginSeries(ctx, meeting, first, rule)
  if (draft) return
  const moved = +first.startAt !== +meeting.startAt
  emit(ctx, { type: "meeting.series_changed", recordId: meeting.id, data: { moved } })
  await makeAhead(ctx, begun)
}
