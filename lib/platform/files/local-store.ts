import { mkdir, open, opendir, rm, stat } from "node:fs/promises"
import path from "node:path"
import { Readable } from "node:stream"
import type { ReadableStream as WebStream } from "node:stream/web"
import { StorageFull } from "@/db/engine"
import { isPlace, Missing, newPlace, type Store } from "./store"

/** @param folder absolute path; made when missing. Nothing else may write there. */
export function localStore(folder: string): Store {
  const at = (place: string): string => {
    if (!isPlace(place)) throw new Missing("not a place in this store")
    return path.join(folder, place)
  }
  return {
    put: async (body) => {
      const place = newPlace()
      await keep(folder, at(place), body)
      return place
    },
    get: (place, range) => read(at(place), range),
    has: async (place) => isPlace(place) && exists(at(place)),
    remove: (place) => rm(at(place), { force: true }),
    list: () => list(folder),
  }
}

/** Bytes first, then the folders that lead to them: only then may a row speak of the file. */
async function keep(folder: string, file: string, body: AsyncIterable<Uint8Array>): Promise<void> {
  const leaf = path.dirname(file)
  await mkdir(leaf, { recursive: true, mode: 0o700 })
  try {
    const handle = await open(file, "wx", 0o600)
    try {
      await handle.writeFile(body)
      await handle.sync()
    } finally {
      await handle.close()
    }
    for (const level of [leaf, path.dirname(leaf), folder]) await syncFolder(level)
  } catch (error) {
    await rm(file, { force: true })
    throw codeOf(error) === "ENOSPC" ? new StorageFull("the disk is full", { cause: error }) : error
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows can't open folders; its file systems keep entries with the file.
  if (process.platform === "win32") return
  const handle = await open(folder, "r")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function read(
  file: string,
  range?: { first: number; last: number },
): Promise<ReadableStream<Uint8Array>> {
  const handle = await open(file, "r").catch((error) => {
    throw isGone(error) ? new Missing("no such piece", { cause: error }) : error
  })
  const bytes = handle.createReadStream(range ? { start: range.first, end: range.last } : {})
  return Readable.toWeb(bytes) as WebStream<Uint8Array> as ReadableStream<Uint8Array>
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    (error) => (isGone(error) ? false : Promise.reject(error)),
  )

async function* list(folder: string) {
  const levels = await opendir(folder, { recursive: true }).catch((error) => {
    if (isGone(error)) return []
    throw error
  })
  for await (const entry of levels) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const place = path.relative(folder, file).split(path.sep).join("/")
    const found = isPlace(place) ? await stat(file).catch(() => null) : null
    if (found) yield { place, changedAt: found.mtime }
  }
}

const codeOf = (error: unknown): unknown => Object(error).code
const isGone = (error: unknown): boolean => codeOf(error) === "ENOENT"
