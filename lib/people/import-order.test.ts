import { readFile } from "node:fs/promises"
import fc from "fast-check"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import type { Ctx } from "@/lib/platform/context"
import { writeAsSystem } from "@/lib/platform/write"
import { importStaff } from "./importing"
import { staffBook, staffIn } from "./staff-book"
import { readStaffFile, type StaffRow } from "./staff-file"
import { checkStaffRows } from "./staff-rows"

class Enough extends Error {}

const sample = new URL("../../tests/samples/company.csv", import.meta.url)
const { rows } = await readStaffFile(await readFile(sample))

async function load(ctx: Ctx, given: readonly StaffRow[]) {
  const numbered = given.map(({ cells }, nth) => ({ row: nth + 2, cells }))
  const checked = checkStaffRows(numbered, staffIn(await staffBook(ctx.tx)))
  await importStaff(ctx, checked, { fileName: "员工.csv" })
}

/** The company that files make, one after the other, of nothing; then it is forgotten again. */
async function companyOf(...files: (readonly StaffRow[])[]) {
  let made: unknown
  const build = writeAsSystem("test", async (ctx) => {
    for (const given of files) await load(ctx, given)
    const book = await staffBook(ctx.tx)
    const numbers = new Map([...book.byNumber].map(([staffNo, { id }]) => [id, staffNo]))
    made = {
      people: [...book.byNumber.values()]
        .map(({ values }) => values)
        .toSorted((a, b) => a.staffNo.localeCompare(b.staffNo)),
      departments: [...book.departments]
        .map(([path, { headId }]) => [path, numbers.get(headId ?? 0) ?? ""])
        .toSorted(),
    }
    throw new Enough()
  })
  await expect(build).rejects.toThrow(Enough)
  return made
}

beforeAll(async () => {
  await migrate()
})

test("whatever the order of the rows, however often they stand there and are imported: one company", async () => {
  const expected = await companyOf(rows)
  expect(expected).toMatchObject({ people: { length: rows.length } })
  const shuffled = fc.shuffledSubarray(rows, { minLength: rows.length })
  const repeats = fc.array(fc.constantFrom(...rows), { maxLength: 40 })
  const cut = fc.nat({ max: rows.length })
  await fc.assert(
    fc.asyncProperty(shuffled, repeats, cut, async (order, again, at) => {
      const mixed = [...order.slice(0, at), ...again, ...order.slice(at)]
      expect(await companyOf(mixed)).toEqual(expected)
      expect(await companyOf(order, mixed)).toEqual(expected)
    }),
    { numRuns: 12 },
  )
  expect((await staffBook(db())).byNumber.size).toBe(0)
}, 60_000)
