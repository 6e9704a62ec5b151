import { eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { meetingOriginals } from "@/db/schema/meetings/outsiders"
import type { Ctx } from "@/lib/platform/context"

/** Keeps what a meeting said before it was masked for outsiders: for colleagues alone. */
export async function keepOriginal(ctx: Ctx, meetingId: number, body: string): Promise<void> {
  await ctx.tx
    .insert(meetingOriginals)
    .values({ meetingId, body })
    .onConflictDoUpdate({ target: meetingOriginals.meetingId, set: { body } })
}

/** It says something else now: what was masked before is no original of it. */
export const dropOriginal = (ctx: Ctx, meetingId: number) =>
  ctx.tx.delete(meetingOriginals).where(eq(meetingOriginals.meetingId, meetingId))

/** The caller has checked that the reader sees the meeting and works here. */
export async function originalOf(db: Db, meetingId: number): Promise<string | null> {
  const [row] = await db
    .select({ body: meetingOriginals.body })
    .from(meetingOriginals)
    .where(eq(meetingOriginals.meetingId, meetingId))
  return row?.body ?? null
}
