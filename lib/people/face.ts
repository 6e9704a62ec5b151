import { eq } from "drizzle-orm"
import sharp from "sharp"
import { people } from "@/db/schema/people"
import { files } from "@/db/schema/platform"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { typeOf } from "@/lib/platform/files/file-types"
import { refuse } from "@/lib/platform/refusal"

type Own = Ctx & { actor: PersonActor }

const side = 256
/** Of what is decoded: a small file may unpack to a very large picture. */
const mostPixels = 50_000_000
const pictures: ReadonlySet<string> = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/avif",
])

/**
 * A picture as it is kept: a square out of the middle, made anew, so that nothing but what can be
 * seen is left of the file that was sent (no place, no camera).
 * @throws Refusal when it isn't a picture
 */
export async function squareFace(sent: Uint8Array): Promise<Buffer> {
  const unreadable = () => refuse("invalid", { sentence: "people.face.unreadable" })
  if (!pictures.has(typeOf(sent.subarray(0, 512), ""))) return unreadable()
  return sharp(sent, { limitInputPixels: mostPixels, failOn: "error" })
    .rotate()
    .resize(side, side, { fit: "cover" })
    .webp({ quality: 82 })
    .toBuffer()
    .catch(unreadable)
}

/** One's picture from now on. @returns where the bytes of the one before lie, to be removed */
export async function setFace(
  ctx: Own,
  picture: { place: string; size: number; sha256: string },
): Promise<string | null> {
  const { personId } = ctx.actor
  const [file] = await ctx.tx
    .insert(files)
    .values({
      ...picture,
      name: "face.webp",
      type: "image/webp",
      ownerId: personId,
      kind: "person",
      recordId: personId,
      createdAt: ctx.now,
    })
    .returning({ id: files.id })
  return replaceFace(ctx, file?.id ?? refuse("conflict"))
}

/** The name stands there again. */
export const removeFace = (ctx: Own): Promise<string | null> => replaceFace(ctx, null)

async function replaceFace(ctx: Own, faceFileId: number | null): Promise<string | null> {
  const me = eq(people.id, ctx.actor.personId)
  const [before] = await ctx.tx.select({ id: people.faceFileId }).from(people).where(me)
  await ctx.tx.update(people).set({ faceFileId }).where(me)
  const gone = before?.id
    ? await ctx.tx.delete(files).where(eq(files.id, before.id)).returning({ place: files.place })
    : []
  emit(ctx, {
    type: "person.changed",
    recordId: ctx.actor.personId,
    data: { fields: ["face"], removed: faceFileId === null },
  })
  return gone[0]?.place ?? null
}
