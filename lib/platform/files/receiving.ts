import { db, engine } from "@/db/engine"
import { files } from "@/db/schema/platform"
import { type GuestActor, type PersonActor, senderOf } from "../actor"
import { type Ctx, noOrigin, type Origin } from "../context"
import { emit } from "../events"
import { countAgainst } from "../rate-limit"
import { Refusal, refuse } from "../refusal"
import { write } from "../write"
import { cleanName } from "./file-names"
import { typeOf } from "./file-types"
import { type Measured, measuring, TooLarge } from "./measuring"
import { newFilesStore } from "./stores"
import { requireRoom } from "./unattached"

/** Bytes a file may have: 2 GB. */
export const largest = 2 * 1024 ** 3
const limit = { times: 120, per: 60 }
/** Outsiders hand in a day's papers, not a disk full. */
const guestsLimit = { times: 60, per: 3600 }

export interface Upload {
  name: string
  /** Bytes the sender announced; null when it didn't say. */
  announced: number | null
  body: AsyncIterable<Uint8Array>
}

export interface ReceivedFile {
  id: number
  name: string
  type: string
  size: number
}

/**
 * Takes a file in: bytes on disk first, then the row. It belongs to its sender alone until it is
 * attached to a record.
 * @param most bytes, for tests
 * @throws Refusal when it is larger than allowed, not as long as announced, or one too many that
 *   hangs nowhere
 */
export async function receiveFile(
  actor: PersonActor | GuestActor,
  upload: Upload,
  origin: Origin = noOrigin,
  most = largest,
): Promise<ReceivedFile> {
  const tooLarge = () =>
    refuse("invalid", {
      sentence: "errors.fileTooLarge",
      values: { most: Math.floor(most / 1024 ** 2) },
    })
  if ((upload.announced ?? 0) > most) return tooLarge()
  await requireTurn(actor)
  await requireRoom(db(), senderOf(actor), upload.announced ?? 0)
  const store = await newFilesStore()
  const { body, measured } = measuring(upload.body, most)
  const place = await store.put(body).catch((error) => {
    if (error instanceof TooLarge) return tooLarge()
    throw error
  })
  try {
    const found = measured()
    if (upload.announced !== null && found.size !== upload.announced)
      refuse("invalid", { sentence: "errors.fileCutOff" })
    return await write(
      actor,
      (ctx) => addRow({ ...ctx, actor }, place, cleanName(upload.name), found),
      { origin },
    )
  } catch (error) {
    // Only what was surely not written: the sweeper finds the rest, and no row loses its file.
    if (error instanceof Refusal) await store.remove(place).catch(() => {})
    throw error
  }
}

const turnOf = (actor: PersonActor | GuestActor) =>
  actor.kind === "guest" ? `files.add:guest:${actor.guestId}` : `files.add:${actor.personId}`

async function requireTurn(actor: PersonActor | GuestActor): Promise<void> {
  const most = actor.kind === "guest" ? guestsLimit : limit
  const wait = await engine().write((tx) => countAgainst(tx.db, turnOf(actor), most, new Date()))
  if (wait > 0) refuse("busy", { sentence: "errors.tooOften", values: { seconds: wait } })
}

async function addRow(
  ctx: Ctx & { actor: PersonActor | GuestActor },
  place: string,
  name: string,
  found: Measured,
) {
  await requireRoom(ctx.tx, senderOf(ctx.actor), found.size)
  const type = typeOf(found.head, name)
  const { size, sha256 } = found
  const [row] = await ctx.tx
    .insert(files)
    .values({ place, name, type, size, sha256, ownerId: senderOf(ctx.actor), createdAt: ctx.now })
    .returning({ id: files.id })
  if (!row) throw new Error("the file's row was not written")
  emit(ctx, { type: "file.added", recordId: row.id, data: { size, type } })
  return { id: row.id, name, type, size }
}
