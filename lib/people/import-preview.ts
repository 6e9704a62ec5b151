import { desc } from "drizzle-orm"
import { db } from "@/db/engine"
import { staffImports } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { seenFile } from "@/lib/platform/files/serving"
import { bytesOf } from "@/lib/platform/files/whole-file"
import { organisation } from "@/lib/platform/organisation"
import { LARGEST_FILE } from "@/lib/platform/sheet-file"
import { checkAside } from "./import-aside"
import { asPlanned, checkImport, type ImportCheck } from "./import-check"
import type { PlanChoices } from "./import-plan"
import { rightsOf } from "./importing"

declare global {
  var __qibuImportChecks: Map<string, Promise<ImportCheck>> | undefined
  /** The last check that was begun: they take turns, each needs much memory. */
  var __qibuImportTurn: Promise<unknown> | undefined
}

/** Checks kept, so that filters and pages of a preview open at once. */
const kept = 3

const checks = () => {
  globalThis.__qibuImportChecks ??= new Map()
  return globalThis.__qibuImportChecks
}

/** Bytes of some hundred rows, which are checked in a few hundredths of a second. */
const short = 64 * 1024

export type StoredFile = NonNullable<Awaited<ReturnType<typeof seenFile>>>

/** What a file that the actor sent would do; null when there is no such file (any more). */
export async function previewOf(actor: PersonActor, fileId: number, choices: PlanChoices) {
  const file = await seenFile(actor, fileId)
  if (!file) return null
  const key = await keyOf(actor, file, choices)
  const check = await (checks().get(key) ?? checkAgain(actor, file, choices, key))
  return { file, check: { ...check, outcomes: await asPlanned(check) } }
}

/** The same, whatever was found before: what is imported is looked at anew. */
export async function checkedAnew(
  actor: PersonActor,
  file: StoredFile,
  choices: PlanChoices,
  heard?: (rows: number) => void,
): Promise<ImportCheck> {
  return checkAgain(actor, file, choices, await keyOf(actor, file, choices), heard)
}

function checkAgain(
  actor: PersonActor,
  file: StoredFile,
  choices: PlanChoices,
  key: string,
  heard?: (rows: number) => void,
): Promise<ImportCheck> {
  const asked = { place: file.place, rights: rightsOf({ actor }), choices }
  const turn = (globalThis.__qibuImportTurn ?? Promise.resolve()).catch(() => {})
  const check = turn.then(() =>
    file.size > LARGEST_FILE ? tooLarge(file.size) : checkWhere(file, asked, heard),
  )
  globalThis.__qibuImportTurn = check
  keep(key, check)
  return check
}

/** A short list costs less here than a thread does; what is packed is as long as it wants to be. */
async function checkWhere(
  { size, place }: StoredFile,
  asked: Parameters<typeof checkAside>[0],
  heard?: (rows: number) => void,
): Promise<ImportCheck> {
  if (size > short) return checkAside(asked, heard)
  const bytes = await bytesOf(place)
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b
  return packed ? checkAside(asked, heard) : checkImport(db(), bytes, asked.rights, asked.choices)
}

function keep(key: string, check: Promise<ImportCheck>): void {
  checks().delete(key)
  checks().set(key, check)
  const [oldest] = checks().keys()
  if (checks().size > kept && oldest !== undefined) checks().delete(oldest)
  check.catch(() => checks().delete(key))
}

/** What the plan rests on: changes of a person's own data are found when the import is carried out. */
async function keyOf(actor: PersonActor, { id }: StoredFile, { leavers }: PlanChoices) {
  const { version } = await organisation(db())
  const [last] = await db()
    .select({ id: staffImports.id, undoneAt: staffImports.undoneAt })
    .from(staffImports)
    .orderBy(desc(staffImports.id))
    .limit(1)
  const rights = rightsOf({ actor })
  return JSON.stringify([id, version, last ?? null, rights, leavers ?? false])
}

async function tooLarge(size: number): Promise<ImportCheck> {
  return {
    problems: [{ code: "too_large", value: String(size) }],
    look: {
      encoding: null,
      sheet: "",
      otherSheets: [],
      merged: [],
      hiddenColumns: [],
      formulas: [],
    },
    columns: [],
    ignoredColumns: [],
    outcomes: [],
    names: {},
    repeated: [],
    newDepartments: [],
    ignored: [],
    missing: [],
    predictions: {
      active: { before: 0, after: 0 },
      newAccounts: 0,
      newManagers: 0,
      lowered: 0,
      waiting: 0,
      losing: 0,
    },
    mark: "",
    idle: true,
  }
}
