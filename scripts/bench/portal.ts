import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs"
import { join } from "node:path"
import { build } from "../build.mjs"
import { root } from "../ready.mjs"
import type { Company } from "./measured"
import { measureIn, type Server, serve } from "./processes"

export interface Portal extends Server {
  company: Company
}

export async function buildPortal(): Promise<void> {
  const { code, output } = await build()
  if (code !== 0) throw new Error(output)
}

/**
 * A data folder with so many tasks and messages, made once a day and schema and copied, so that every run
 * begins alike.
 */
export async function fillData(
  cache: string,
  people: number,
  tasks: number,
  messages = 0,
): Promise<string> {
  const size = messages > 0 ? `${tasks}-${messages}` : String(tasks)
  // A portal that has to migrate first would be slower at its start, and larger.
  const schema = readdirSync(join(root, "db", "migrations", "sqlite")).length
  const today = new Date().toISOString().slice(0, 10)
  const made = join(cache, `${people}-${size}-${schema}-${today}`)
  if (!existsSync(made)) {
    const draft = `${made}-draft`
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { recursive: true })
    const sizes = [people, tasks, messages].map(String)
    await measureIn("company", sizes, { QIBU_DATA: draft }, isDone)
    renameSync(draft, made)
  }
  const data = join(cache, `data-${size}`)
  rmSync(data, { recursive: true, force: true })
  cpSync(made, data, { recursive: true })
  return data
}

const isDone = (value: unknown): value is "done" => value === "done"

export function companyIn(data: string): Company {
  return JSON.parse(readFileSync(join(data, "bench.json"), "utf8"))
}

/** The portal as `npm start` serves it, on this machine alone. */
export async function startPortal(data: string, port: number): Promise<Portal> {
  const env = { QIBU_DATA: data, PORT: String(port), HOST: "127.0.0.1" }
  const server = await serve([join(root, "scripts", "server.mjs")], { port, path: "/health", env })
  return Object.assign(server, { company: companyIn(data) })
}

/** The id by which a built page calls an action. */
export function actionId(
  name: string,
  build = join(root, process.env.QIBU_BUILD || ".next"),
): string {
  const file = join(build, "server", "server-reference-manifest.json")
  const { node }: { node: Record<string, { exportedName?: string }> } = JSON.parse(
    readFileSync(file, "utf8"),
  )
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === name)
  if (!found) throw new Error(`no page calls ${name}`)
  return found[0]
}
