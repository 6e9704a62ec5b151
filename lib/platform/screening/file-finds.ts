import { createHash } from "node:crypto"
import { and, eq, inArray, isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db, engine } from "@/db/engine"
import { fileFinds } from "@/db/schema/outward"
import { files } from "@/db/schema/platform"
import { Missing } from "../files/store"
import { bytesOf } from "../files/whole-file"
import { settings } from "../settings"
import { type FileFound, readAside } from "./file-aside"
import { type FileState, fileStates } from "./file-states"
import type { Asked } from "./file-worker"
import { findIn } from "./finding"
import type { FindKind } from "./kinds"
import { added, type FindCounts, wordsOfKind } from "./long-text"
import { countedBy, type ScreeningRules, wordsIn } from "./own-words"
import { countsOf } from "./screening"

/** Bytes of a file that is read at all. */
const largestRead = 64 * 1024 ** 2
/** Milliseconds after which a file is tried again that took too long. */
const patience = 600_000
/** Moves on when files are read in another way. */
const reading = 2

export interface ScreenedFile {
  id: number
  name: string
  state: FileState
  finds: FindCounts
  /** Nobody has tried to read it by the rules in force. */
  isNew: boolean
}

type FileRow = Pick<typeof files.$inferSelect, "id" | "name" | "type" | "size" | "sha256" | "place">

const keyOf = (rules: ScreeningRules): string =>
  createHash("sha256")
    .update(JSON.stringify([reading, rules]))
    .digest("hex")

/** Pictures and recordings have no text; what is too large isn't read. */
function plainly({ type, size }: FileRow): FileState | null {
  if (/^(?:image|audio|video)\//.test(type)) return "media"
  return size > largestRead ? "large" : null
}

const columns = {
  ...{ id: files.id, name: files.name, type: files.type, size: files.size },
  ...{ sha256: files.sha256, place: files.place },
}

/** Reads somebody's files before a transaction in which `screenedFiles` is asked. */
export async function screenOwnFiles(fileIds: readonly number[], ownerId: number): Promise<void> {
  if (fileIds.length === 0) return
  const rows = await db()
    .select(columns)
    .from(files)
    .where(and(inArray(files.id, [...fileIds]), eq(files.ownerId, ownerId), isNull(files.kind)))
  await screenRows(rows)
}

/**
 * Reads files, each content once as long as the rules stay. The caller has checked who asks.
 * @param until none is begun after this moment
 */
export async function screenFiles(fileIds: readonly number[], until?: Date): Promise<void> {
  if (fileIds.length === 0) return
  const rows = await db()
    .select(columns)
    .from(files)
    .where(inArray(files.id, [...fileIds]))
  await screenRows(rows, until)
}

async function screenRows(rows: readonly FileRow[], until?: Date): Promise<void> {
  const { screening } = await settings()
  const key = keyOf(screening)
  const known = await knownOf(db(), rows, key)
  for (const row of rows) {
    const before = known.get(row.sha256)
    const again = before?.state === "slow" && Date.now() - before.at.getTime() > patience
    if (plainly(row) || (before && !again)) continue
    if (until && new Date() > until) return
    const { state, finds } = await read(row.place, { rules: screening })
    const kept = { state, finds, at: new Date() }
    known.set(row.sha256, { sha256: row.sha256, rules: key, ...kept })
    await engine().write(({ db: tx }) =>
      tx
        .insert(fileFinds)
        .values({ sha256: row.sha256, rules: key, ...kept })
        .onConflictDoUpdate({ target: [fileFinds.sha256, fileFinds.rules], set: kept }),
    )
  }
}

async function read(place: string, asked: Omit<Asked, "bytes">): Promise<FileFound> {
  try {
    return await readAside({ ...asked, bytes: await bytesOf(place) })
  } catch (error) {
    if (error instanceof Missing) return { state: "broken", finds: {}, words: [] }
    throw error
  }
}

async function knownOf(on: Db, rows: readonly FileRow[], key: string) {
  const found = await on
    .select()
    .from(fileFinds)
    .where(
      and(
        eq(fileFinds.rules, key),
        inArray(
          fileFinds.sha256,
          rows.map(({ sha256 }) => sha256),
        ),
      ),
    )
  return new Map(found.map((row) => [row.sha256, row]))
}

/**
 * Some of the words of one kind in a file and in its name, read again: nothing of them is kept. The
 * caller has checked who asks.
 */
export async function wordsFoundIn(file: FileRow, kind: FindKind, most: number): Promise<string[]> {
  const { screening: rules } = await settings()
  const inside = plainly(file) ? null : await read(file.place, { rules, words: { kind, most } })
  const all = [...wordsOfKind(file.name, rules, kind, most), ...(inside?.words ?? [])]
  return [...new Set(all)].slice(0, most)
}

/**
 * What was found in files and in their names. One that nobody has read ahead counts as not checked:
 * reading takes too long for a transaction.
 */
export async function screenedFiles(on: Db, fileIds: readonly number[]): Promise<ScreenedFile[]> {
  if (fileIds.length === 0) return []
  const { screening } = await settings()
  const rows = await on
    .select(columns)
    .from(files)
    .where(inArray(files.id, [...fileIds]))
  const known = await knownOf(on, rows, keyOf(screening))
  return rows.map((row) => {
    const found = known.get(row.sha256)
    const plain = plainly(row)
    const state = plain ?? found?.state ?? "slow"
    return {
      ...{ id: row.id, name: row.name, isNew: !(plain || found) },
      state: fileStates.find((one) => one === state) ?? "broken",
      finds: added(found?.finds ?? {}, inName(row.name, screening)),
    }
  })
}

const inName = (name: string, rules: ScreeningRules): FindCounts =>
  countsOf(findIn(name, (plain) => wordsIn(plain, rules), countedBy(rules)))
