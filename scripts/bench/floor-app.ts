import { execFile } from "node:child_process"
import { cpSync, rmSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { root } from "../ready.mjs"
import { type Server, serve } from "./processes"

const next = join(root, "node_modules", "next", "dist", "bin", "next")

/** Builds the small app beside the portal's data; its packages are the portal's own. */
export async function buildFloor(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(root, "scripts", "bench", "floor"), folder, { recursive: true })
  const env = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    QIBU_BENCH_ROOT: root,
  } satisfies NodeJS.ProcessEnv
  await promisify(execFile)(process.execPath, [next, "build"], { cwd: folder, env })
}

export interface Floor extends Server {
  /** Where its build lies. */
  build: string
}

export async function startFloor(folder: string, port: number): Promise<Floor> {
  const server = await serve([next, "start", "-p", String(port), "-H", "127.0.0.1"], {
    port,
    path: "/table",
    cwd: folder,
    env: { QIBU_BENCH_FILE: join(folder, "floor.db"), NEXT_TELEMETRY_DISABLED: "1" },
  })
  return Object.assign(server, { build: join(folder, ".next") })
}
