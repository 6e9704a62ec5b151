import { and, eq, isNull, lt, or } from "drizzle-orm"
import { db } from "@/db/engine"
import { guestScopes } from "@/db/schema/guests"
import { type GuestActor, guestMay } from "@/lib/platform/actor"
import type { Ctx, Origin } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { countAgainst } from "@/lib/platform/rate-limit"
import { registry } from "@/lib/platform/registry"
import { write } from "@/lib/platform/write"

/** A page that is open and reads itself again is one look. */
const oneLook = 10 * 60 * 1000

/** What a guest was let in to, by its name, in the order of their pages. */
export async function openedTo(guest: GuestActor) {
  const found = []
  for (const { kind: name, id, may } of guest.scopes) {
    const kind = registry().kinds.get(name)
    const record = await kind?.find(db(), id)
    if (!kind?.guestScope || !record || !kind.canSee(guest, record)) continue
    const { icon } = kind
    found.push({
      kind: name,
      id,
      may,
      icon,
      title: kind.title(record),
      href: kind.guestScope.href(id),
    })
  }
  return found
}

/** The audit log hears that a guest looked at something they were let in to. */
export async function noteLook(
  guest: GuestActor,
  what: { kind: string; id: number },
  origin: Origin,
): Promise<void> {
  if (!guestMay(guest, what.kind, what.id, "view")) return
  const before = new Date(Date.now() - oneLook)
  const [stale] = await db()
    .select()
    .from(guestScopes)
    .where(unseen(guest, what, before))
  if (!stale) return
  await write(guest, (ctx) => look(ctx, guest, what, before), { origin })
}

const unseen = (guest: GuestActor, { kind, id }: { kind: string; id: number }, before: Date) =>
  and(
    eq(guestScopes.invitationId, guest.guestId),
    eq(guestScopes.kind, kind),
    eq(guestScopes.recordId, id),
    or(isNull(guestScopes.seenAt), lt(guestScopes.seenAt, before)),
  )

async function look(
  ctx: Ctx,
  guest: GuestActor,
  what: { kind: string; id: number },
  before: Date,
): Promise<void> {
  const seen = await ctx.tx
    .update(guestScopes)
    .set({ seenAt: ctx.now })
    .where(unseen(guest, what, before))
    .returning({ kind: guestScopes.kind })
  if (seen.length === 0) return
  const ref = `${what.kind}:${what.id}`
  emit(ctx, { type: "guest.looked", recordId: guest.guestId, data: { ref } })
}

/** And that they took a file, or any part of it; the parts of one playing are one time. */
export const noteDownload = (guest: GuestActor, fileId: number, origin: Origin): Promise<void> =>
  write(
    guest,
    async (ctx) => {
      const key = `guest.downloaded:${guest.guestId}:${fileId}`
      const known = await countAgainst(ctx.tx, key, { times: 1, per: oneLook / 1000 }, ctx.now)
      if (known > 0) return
      emit(ctx, { type: "guest.downloaded", recordId: guest.guestId, data: { fileId } })
    },
    { origin },
  )
