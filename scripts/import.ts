/** `npm run import -- FILE`: loads a staff file (CSV or XLSX), all of it or nothing. */
import "@/lib/modules"
import { readFile } from "node:fs/promises"
import { engine, migrate } from "@/db/engine"
import { importStaff } from "@/lib/people/importing"
import { isEmpty } from "@/lib/people/seed"
import { existingStaff } from "@/lib/people/staff-book"
import { readStaffFile } from "@/lib/people/staff-file"
import { checkStaffRows } from "@/lib/people/staff-rows"
import { writeAsSystem } from "@/lib/platform/write"
import { errorLine, problemLine } from "./import-words.ts"
import { databaseOrRefuse } from "./portal-database.mjs"
import { refuse, sentence } from "./terminal.mjs"

const name = process.argv[2] ?? ""
const bytes =
  (await readFile(name).catch(() => null)) ?? refuse(sentence("import-unreadable", name))
databaseOrRefuse()
process.exitCode = await load(new Uint8Array(bytes))
await engine().close()

async function load(written: Uint8Array): Promise<number> {
  await migrate()
  // Without set-up there would be people, and nobody who may do anything.
  if (await isEmpty()) return fail([sentence("import-setUpFirst")])
  const file = await readStaffFile(written)
  if (file.problems.length > 0) return fail(file.problems.map(problemLine))
  const checked = checkStaffRows(file.rows, await existingStaff(engine().read))
  const errors = checked.outcomes.flatMap((row) => (row.kind === "error" ? row.errors : []))
  if (errors.length > 0) return fail([...errors.map(errorLine), sentence("import-nothingWritten")])
  const done = await writeAsSystem("import", (ctx) => importStaff(ctx, checked, { fileName: name }))
  console.log(sentence("import-done", done.added, done.changed, done.unchanged))
  return 0
}

function fail(lines: string[]): number {
  console.error(lines.join("\n"))
  return 1
}
