import { and, eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { tasks } from "@/db/schema/tasks"
import { publishMinutes } from "@/lib/meetings/publishing-minutes"
import { addResolution, resolutionsOf, saveResolution } from "@/lib/meetings/resolutions"
import { endMeeting, startMeeting } from "@/lib/meetings/running"
import { at, on, published, who } from "./meetings"

export const live = async () => {
  const id = await published()
  await on("柯南星", id, startMeeting, at("10:00"))
  return id
}
export const ended = async () => {
  const id = await live()
  await on("柯南星", id, (ctx, meeting) => endMeeting(ctx, meeting), at("11:00"))
  return id
}

interface Row {
  text?: string
  owner?: string | null
  due?: Date | null
}

/** Writes a resolution under the first topic. @returns its id */
export const resolve = (
  id: number,
  { text = "补用例", owner = "陈晨", due = at("18:00") }: Row = {},
) =>
  on("许诺", id, async (ctx, meeting) => {
    const row = await addResolution(ctx, meeting, meeting.topics[0]?.id ?? 0)
    const ownerId = owner === null ? null : who(owner).personId
    await saveResolution(ctx, meeting, { row, version: 1, text, ownerId, dueAt: due })
    return row
  })

export const rewrite = (id: number, row: number, { text, owner, due }: Row) =>
  on("许诺", id, async (ctx, meeting) => {
    const before = (await resolutionsOf(ctx.tx, id)).find((each) => each.id === row)
    if (!before) throw new Error("there is no such resolution")
    await saveResolution(ctx, meeting, {
      ...{ row, version: before.version, text: text ?? before.text },
      ownerId: owner ? who(owner).personId : before.ownerId,
      dueAt: due ?? before.dueAt,
    })
  })

export const publish = (id: number, now = at("12:00"), note = "") =>
  on(
    "许诺",
    id,
    (ctx, meeting) => publishMinutes(ctx, meeting, { number: meeting.minutesVersion, note }),
    now,
  )

export const tasksFor = (id: number) =>
  db()
    .select()
    .from(tasks)
    .where(and(eq(tasks.sourceKind, "meeting"), eq(tasks.sourceId, id)))
