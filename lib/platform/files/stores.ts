import path from "node:path"
import { env } from "../env"
import { type Settings, settings } from "../settings"
import { localStore } from "./local-store"
import { liesInPieces, pieceStore } from "./piece-store"
import { Missing, type Store } from "./store"

declare global {
  var __qibuS3: { key: string; store: Store } | undefined
}

/** Marks the places of files in the bucket: what came before the setting stays readable on disk. */
const inBucket = "s3/"

const onDisk = (): Store => localStore(path.join(env().data, "files"))

/** Its library is large: who keeps files on the disk doesn't load it. */
async function bucket(options: Settings["s3"]): Promise<Store> {
  const key = JSON.stringify(options)
  if (globalThis.__qibuS3?.key === key) return globalThis.__qibuS3.store
  const { s3Store } = await import("./s3-store")
  const store = marked(s3Store(options))
  globalThis.__qibuS3 = { key, store }
  return store
}

/** Where new files go: the bucket when administrators set one, else the data folder. */
export async function newFilesStore(): Promise<Store> {
  const { s3 } = await settings()
  return s3.endpoint === "" ? onDisk() : bucket(s3)
}

/** Every store that may hold files now. */
export async function allStores(): Promise<Store[]> {
  const { s3 } = await settings()
  return s3.endpoint === "" ? [onDisk()] : [onDisk(), await bucket(s3)]
}

/** @throws {@link Missing} when the file lies in a bucket that is no longer set */
export async function storeOf(place: string): Promise<Pick<Store, "get" | "has" | "remove">> {
  return liesInPieces(place) ? pieceStore(storeOfWhole) : storeOfWhole(place)
}

async function storeOfWhole(place: string): Promise<Store> {
  if (!place.startsWith(inBucket)) return onDisk()
  const { s3 } = await settings()
  if (s3.endpoint === "") throw new Missing("the file lies in a bucket that is no longer set")
  return bucket(s3)
}

function marked(store: Store): Store {
  const inside = (place: string) => place.slice(inBucket.length)
  return {
    put: async (body) => inBucket + (await store.put(body)),
    get: (place, range) => store.get(inside(place), range),
    has: (place) => store.has(inside(place)),
    remove: (place) => store.remove(inside(place)),
    list: async function* () {
      for await (const piece of store.list()) yield { ...piece, place: inBucket + piece.place }
    },
  }
}
