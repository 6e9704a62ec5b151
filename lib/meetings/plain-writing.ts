import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import type { Meeting } from "./meeting"
import { addPoint, savePoint } from "./points"
import { addResolution, saveResolution } from "./resolutions"
import type { Speaker } from "./speaker"

type Own = Ctx & { actor: PersonActor }

/** A point that comes whole, as a form without script sends it. */
export async function writePoint(
  ctx: Own,
  meeting: Meeting,
  {
    topic,
    ...said
  }: { topic: number; text: string } & Pick<Speaker, "personId"> & Partial<Speaker>,
): Promise<number> {
  const row = await addPoint(ctx, meeting, topic)
  await savePoint(ctx, meeting, { row, version: 1, ...said })
  return row
}

/** A resolution that comes whole: what, who, by when. */
export async function writeResolution(
  ctx: Own,
  meeting: Meeting,
  { topic, ...said }: { topic: number; text: string; ownerId: number; dueAt: Date },
): Promise<number> {
  const row = await addResolution(ctx, meeting, topic)
  await saveResolution(ctx, meeting, { row, version: 1, ...said })
  return row
}
