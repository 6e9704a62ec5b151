/** `npm run seed -- --scale small|medium|large [--force]`: a company of a size, for measuring. */
import { statSync } from "node:fs"
import { isNull } from "drizzle-orm"
import "../lib/modules.ts"
import { db, engine, migrate } from "../db/engine.ts"
import { people } from "../db/schema/people.ts"
import { readEnv } from "../lib/platform/env.ts"
import { seedCompany } from "./seeding/company.ts"
import { dice } from "./seeding/dice.ts"
import { seedTalk } from "./seeding/talking.ts"
import { seedTaskBatch } from "./seeding/task-batch.ts"
import { refuse, say, sentence } from "./terminal.mjs"

const scales: Record<string, { people: number; tasks: number; messages: number }> = {
  small: { people: 100, tasks: 1_000, messages: 2_000 },
  medium: { people: 500, tasks: 20_000, messages: 50_000 },
  large: { people: 2_000, tasks: 100_000, messages: 1_000_000 },
}
const batch = 2_000
const width = 30

const args = process.argv.slice(2)
const scale = scales[args[args.indexOf("--scale") + 1] ?? ""] ?? refuse(sentence("seedUsage"))

function showProgress(done: number, all: number): void {
  const bar = "█".repeat(Math.round((done / all) * width)).padEnd(width, "░")
  if (process.stdout.isTTY) process.stdout.write(`\r${bar} ${done}/${all} `)
  else if (done === all) process.stdout.write(`${bar} ${done}/${all}`)
  if (done === all) process.stdout.write("\n")
}

async function seed(): Promise<void> {
  const since = performance.now()
  await migrate()
  const [somebody] = await db().select({ id: people.id }).from(people).limit(1)
  if (somebody && !args.includes("--force")) refuse(sentence("seedNotEmpty"))
  const roll = dice(20_260_101)
  await seedCompany(scale.people, roll)
  const staff = await db()
    .select({ id: people.id, departmentId: people.departmentId })
    .from(people)
    .where(isNull(people.disabledAt))
    .orderBy(people.id)
  const [first, ...others] = staff
  if (!first) throw new Error("nobody was hired")
  const now = Date.now()
  for (let from = 0; from < scale.tasks; from += batch) {
    const until = Math.min(from + batch, scale.tasks)
    await seedTaskBatch({ from, until }, [first, ...others], now, roll)
    showProgress(until, scale.tasks)
  }
  await seedTalk([first.id, ...others.map(({ id }) => id)], scale.messages, now, (done) =>
    showProgress(done, scale.messages),
  )
  await engine().close()
  say(
    "seeded",
    scale.people,
    scale.tasks,
    scale.messages,
    ((performance.now() - since) / 1000).toFixed(0),
    fileSize(),
  )
}

/** In MB; PostgreSQL keeps its own files. */
function fileSize(): string {
  if (process.env.DATABASE_URL) return "–"
  return (statSync(`${readEnv().data}/qibu.db`).size / 1e6).toFixed(0)
}

await seed()
