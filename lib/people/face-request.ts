import { createHash } from "node:crypto"
import { engine } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import { measuring, TooLarge } from "@/lib/platform/files/measuring"
import { newFilesStore, storeOf } from "@/lib/platform/files/stores"
import { countAgainst } from "@/lib/platform/rate-limit"
import { refuse } from "@/lib/platform/refusal"
import { fromThisSite, origin } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { write } from "@/lib/platform/write"
import { removeFace, setFace, squareFace } from "./face"

/** Bytes of the picture that is sent; what is kept has a few thousand. */
export const largestFace = 8 * 1024 ** 2
const limit = { times: 20, per: 3600 }

/**
 * A picture as the browser sends it: cut and alone, or chosen in a plain form. Nothing is read
 * before it is clear who sends it, and no more than may come.
 * @throws Refusal
 */
export async function receiveFace(request: Request): Promise<true> {
  if (!fromThisSite(request.headers)) refuse("forbidden")
  const actor = (await currentActor()) ?? refuse("signed_out")
  await requireTurn(actor)
  const sent = await readAll(request)
  if (sent === null) await keepNone(actor)
  else await keep(actor, await squareFace(sent))
  return true
}

async function requireTurn(actor: PersonActor): Promise<void> {
  const wait = await engine().write((tx) =>
    countAgainst(tx.db, `people.face:${actor.personId}`, limit, new Date()),
  )
  if (wait > 0) refuse("busy", { sentence: "errors.tooOften", values: { seconds: wait } })
}

/** @returns the picture's bytes; null when it is to be removed */
async function readAll(request: Request): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  const { body } = measuring(request.body ?? none(), largestFace)
  try {
    for await (const chunk of body) chunks.push(chunk)
  } catch (error) {
    if (error instanceof TooLarge) return refuse("invalid", { sentence: "people.face.tooLarge" })
    throw error
  }
  const all = Buffer.concat(chunks)
  const type = request.headers.get("content-type") ?? ""
  if (!type.startsWith("multipart/form-data")) return all
  const form = await new Response(all, { headers: { "content-type": type } })
    .formData()
    .catch(() => refuse("invalid"))
  if (form.get("remove") !== null) return null
  const file = form.get("face")
  return file instanceof File
    ? file.bytes()
    : refuse("invalid", { sentence: "people.face.unreadable" })
}

async function* none(): AsyncIterable<Uint8Array> {}

/** Bytes first, then the row; those of the picture before go last. */
async function keep(actor: PersonActor, picture: Buffer): Promise<void> {
  const store = await newFilesStore()
  const place = await store.put(once(picture))
  const sha256 = createHash("sha256").update(picture).digest("hex")
  const before = await write(
    actor,
    (ctx) => setFace(Object.assign(ctx, { actor }), { place, size: picture.byteLength, sha256 }),
    { origin: await origin() },
  )
  await forget(before)
}

async function keepNone(actor: PersonActor): Promise<void> {
  const from = await origin()
  const run = (ctx: Parameters<Parameters<typeof write>[1]>[0]) =>
    removeFace(Object.assign(ctx, { actor }))
  await forget(await write(actor, run, { origin: from }))
}

/** Killed before, the bytes are without a row: the sweep finds them as such. */
async function forget(place: string | null): Promise<void> {
  if (place !== null) await (await storeOf(place)).remove(place)
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
