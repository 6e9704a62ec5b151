import { createHash } from "node:crypto"
import { and, asc, eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { files } from "@/db/schema/platform"
import { measuring } from "@/lib/platform/files/measuring"
import { Missing } from "@/lib/platform/files/store"
import { newFilesStore, storeOf } from "@/lib/platform/files/stores"
import type { Exchanged, Stretch } from "@/lib/platform/outside"
import { registry } from "@/lib/platform/registry"
import { type ZipEntry, zipOf } from "@/lib/platform/zip-writing"
import { type Cover, type DossierFile, entryHtml, footOf, headOf } from "./dossier-html"

/** Bytes of files in one dossier, and of all of it. */
const mostFiles = 3 * 1024 ** 3
const most = mostFiles + 512 * 1024 ** 2
const mostWords = 60_000

/** A dossier whose bytes lie in the store, without a row yet. */
export interface Made {
  place: string
  size: number
  sha256: string
  records: number
  files: number
  words: string
}

interface Laid extends DossierFile {
  place: string
}

interface Under {
  clientId: number
  stretch: Stretch
  cover: Cover
  /** The seal of the dossier before. */
  previous: string
}

/** Everything that modules say was exchanged, a page at a time. */
export async function* exchangedIn(clientId: number, stretch: Stretch): AsyncGenerator<Exchanged> {
  for (const { exchanged } of registry().modules)
    for (let after: string | undefined = ""; exchanged && after !== undefined; ) {
      const page = await exchanged(db(), clientId, stretch, after || undefined)
      yield* page.rows
      after = page.next ?? undefined
    }
}

/**
 * Makes a dossier as a stream: neither what was said nor a file is held in memory. @returns null
 * when nothing was exchanged
 */
export async function makeDossier(under: Under): Promise<Made | null> {
  const first = await exchangedIn(under.clientId, under.stretch).next()
  if (first.done) return null
  const making = new Making(under)
  const store = await newFilesStore()
  const { body, measured } = measuring(zipOf(making.entries()), most)
  const place = await store.put(body)
  const { size, sha256 } = measured()
  return { place, size, sha256, ...making.counted() }
}

/** Entries are written one after the other: what follows knows what came before. */
class Making {
  readonly #under: Under
  readonly #laid: Laid[] = []
  readonly #manifest: { path: string; size: number; sha256: string }[] = []
  #room = mostFiles
  #records = 0
  #words = ""

  constructor(under: Under) {
    this.#under = under
  }

  *entries(): Generator<ZipEntry> {
    yield this.#hashed("index.html", this.#page())
    for (const file of this.#laid)
      if (file.path !== "") yield this.#hashed(file.path, bytesOf(file))
    yield { name: "manifest.json", text: this.#list() }
  }

  counted() {
    return { records: this.#records, files: this.#laid.length, words: this.#words }
  }

  async *#page(): AsyncGenerator<string> {
    const { clientId, stretch, cover } = this.#under
    yield headOf(cover)
    for await (const entry of exchangedIn(clientId, stretch)) {
      this.#records += 1
      const said = [entry.title, entry.who, entry.text].join("\n")
      if (this.#words.length < mostWords) this.#words += `${said}\n`
      yield entryHtml(entry, await this.#filesOf(entry), cover)
    }
    yield footOf(cover)
  }

  async #filesOf({ ref, fileIds }: Exchanged): Promise<DossierFile[]> {
    const rows = await db()
      .select()
      .from(files)
      .where(and(eq(files.kind, ref.kind), eq(files.recordId, ref.id)))
      .orderBy(asc(files.id))
      .limit(200)
    const found: Laid[] = []
    for (const { id, name, size, sha256, place } of rows) {
      if (fileIds && !fileIds.includes(id)) continue
      const there = await (await storeOf(place)).has(place)
      const fits = size <= this.#room
      if (there && fits) this.#room -= size
      const note = there ? (fits ? "" : "tooLarge") : "missing"
      found.push({ path: note ? "" : `files/${id}-${name}`, name, size, sha256, place, note })
    }
    this.#laid.push(...found)
    return found
  }

  /** Hashes an entry while it passes. */
  #hashed(name: string, text: AsyncIterable<string | Uint8Array>): ZipEntry {
    const manifest = this.#manifest
    async function* passing() {
      const hash = createHash("sha256")
      let size = 0
      for await (const part of text) {
        const bytes = Buffer.from(part)
        hash.update(bytes)
        size += bytes.length
        yield bytes
      }
      manifest.push({ path: name, size, sha256: hash.digest("hex") })
    }
    return { name, text: passing() }
  }

  *#list(): Generator<string> {
    const { clientId, stretch, cover, previous } = this.#under
    const left = this.#laid.filter(({ path }) => path === "")
    const manifest = {
      format: "qibu-dossier-1",
      client: { id: clientId, name: cover.client },
      after: stretch.from.toISOString(),
      until: stretch.to.toISOString(),
      previousSeal: previous,
      records: this.#records,
      entries: this.#manifest,
      notIncluded: left.map(({ name, size, sha256, note }) => ({ name, size, sha256, note })),
    }
    yield JSON.stringify(manifest, null, 2)
  }
}

/** A file's bytes; one that went since the page was written is empty, and its hash tells. */
async function* bytesOf({ place }: Laid): AsyncGenerator<Uint8Array> {
  try {
    const stream = await (await storeOf(place)).get(place)
    yield* stream
  } catch (error) {
    if (!(error instanceof Missing)) throw error
  }
}
