import { z } from "zod"
import { receiveFromGuest } from "@/lib/guests/receiving"
import type { WayOut } from "@/lib/outward/inputs"
import { notRead, passOutward } from "@/lib/outward/passing"
import type { GuestActor, PersonActor } from "@/lib/platform/actor"
import type { Ctx, Origin } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { attachFiles, dropFile, fileCount, fileOn } from "@/lib/platform/files/attaching"
import { outsideReaders } from "@/lib/platform/outside-readers"
import type { OutwardSender } from "@/lib/platform/outward-sender"
import { refuse } from "@/lib/platform/refusal"
import { canEdit } from "./policy"
import { fillsShelf, findShelf, type Shelf, seesShelf, shelfKind } from "./shelf"

type Own = Ctx & { actor: PersonActor }

/** Files of one client. */
const most = 1_000

/** Open pages of guests hear of it, too. */
const say = (ctx: Ctx, { id }: Shelf, what: string, data: Record<string, unknown>) =>
  emit(ctx, {
    ...{ type: `client.${what}`, recordId: id, data },
    topics: [`home:scope:${shelfKind}:${id}`],
  })

async function put(
  ctx: Ctx & { actor: PersonActor | GuestActor },
  shelf: Shelf,
  fileIds: readonly number[],
  data: Record<string, unknown> = {},
) {
  if ((await fileCount(ctx, shelfKind, shelf.id)) + fileIds.length > most)
    refuse("invalid", { sentence: "errors.manyFiles", values: { most } })
  await attachFiles(ctx, shelfKind, shelf.id, fileIds)
  say(ctx, shelf, "files_added", { fileIds, ...data })
}

/**
 * Puts files out for a client. Where guests read along they pass the gate (decision 31), or somebody
 * cleared is asked first.
 * @returns the number of the request, if one was made
 * @throws Refusal as `passOutward`
 */
export async function fillShelf(
  ctx: Own,
  shelf: Shelf,
  fileIds: readonly number[],
  way: WayOut,
): Promise<{ asked: number } | undefined> {
  const { id } = shelf
  const outside = await outsideReaders(ctx.tx, shelfKind, id, "view")
  if (outside.length === 0) return put(ctx, shelf, fileIds).then(() => undefined)
  const place = { kind: shelfKind, recordId: id }
  const input = { id, files: fileIds }
  const leaving = { sender: "clients.files", input, place, text: "", fileIds }
  const passed = await passOutward(ctx, leaving, way)
  if (passed.asked !== null) return { asked: passed.asked }
  await put(ctx, shelf, fileIds, notRead(passed))
  return undefined
}

const released = z.object({ id: z.number(), files: z.array(z.number()) })

/** Files that were released. */
export const sendReleasedFiles: OutwardSender = {
  send: async (ctx, input) => {
    const { id, files } = released.parse(input)
    const shelf = (await findShelf(ctx.tx, id)) ?? refuse("not_found")
    if (!fillsShelf(ctx.actor, shelf)) refuse("forbidden")
    await put(ctx, shelf, files)
  },
}

/** Whoever sent a file, or may edit the client, takes it away again. What guests handed in is their host's. */
export async function clearFromShelf(ctx: Own, shelf: Shelf, fileId: number): Promise<void> {
  const file = (await fileOn(ctx, shelfKind, shelf.id, fileId)) ?? refuse("not_found")
  if (file.ownerId !== ctx.actor.personId && !canEdit(ctx.actor, shelf.client)) refuse("forbidden")
  await dropFile(ctx, shelfKind, shelf.id, fileId)
  say(ctx, shelf, "file_removed", { fileId })
}

/**
 * Takes a guest's file in; their host hears of it.
 * @throws Refusal
 */
export const handInToShelf = (
  guest: GuestActor,
  id: number,
  request: Request,
  from: Origin,
): Promise<void> =>
  receiveFromGuest(guest, request, from, {
    find: async (on, actor) => {
      const shelf = await findShelf(on, id)
      if (!shelf || !seesShelf(actor, shelf)) return refuse("not_found")
      return fillsShelf(actor, shelf) ? shelf : refuse("forbidden")
    },
    hang: async (ctx, shelf, fileId) => {
      await put(ctx, shelf, [fileId])
      const data = { ref: `${shelfKind}:${id}`, files: 1 }
      emit(ctx, { type: "guest.wrote", recordId: ctx.actor.guestId, data })
    },
  })
