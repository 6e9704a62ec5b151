import { and, asc, eq, gt } from "drizzle-orm"
import { z } from "zod"
import { inParts, mapSlowly } from "@/db/breath"
import type { Db } from "@/db/database"
import { staffImportChanges } from "@/db/schema/people"
import type { PlannedPerson } from "./import-plan"
import type { StaffBook, StaffEntry } from "./staff-book"
import { staffColumns } from "./staff-columns"
import type { StaffValues } from "./staff-conflicts"

const columns = z.partialRecord(z.enum(staffColumns), z.string())
const leads = z.object({ leads: z.array(z.number()).default([]) })

/** What one import did to one person. */
export interface DoneChange {
  personId: number
  /** null for somebody it added. */
  before: Partial<StaffValues> | null
  after: Partial<StaffValues>
  /** Departments that a leaver led besides the own one. */
  leads: number[]
}

export async function changesOf(db: Db, importId: number): Promise<DoneChange[]> {
  const rows = await inParts((after, most) =>
    db
      .select()
      .from(staffImportChanges)
      .where(and(eq(staffImportChanges.importId, importId), gt(staffImportChanges.id, after)))
      .orderBy(asc(staffImportChanges.id))
      .limit(most),
  )
  return mapSlowly(rows, ({ personId, before, after }) => ({
    personId,
    before: before && columns.parse(withoutLeads(before)),
    after: columns.parse(after),
    leads: leads.parse(before ?? {}).leads,
  }))
}

const withoutLeads = ({ leads: _, ...values }: Record<string, unknown>) => values

/** The changes with the people they are about as they are now, in three heaps. */
export function sorted(book: StaffBook, changes: readonly DoneChange[]) {
  const entries = new Map([...book.byNumber.values()].map((entry) => [entry.id, entry]))
  const added: StaffEntry[] = []
  const restored: PlannedPerson[] = []
  const changedSince: string[] = []
  for (const { personId, before, after } of changes) {
    const entry = entries.get(personId)
    if (!entry) continue
    const { id, values } = entry
    if (staffColumns.some((it) => after[it] !== undefined && after[it] !== values[it]))
      changedSince.push(values.name)
    if (before) restored.push({ id, before: values, after: { ...values, ...before } })
    else added.push(entry)
  }
  return { added, restored, changedSince }
}
