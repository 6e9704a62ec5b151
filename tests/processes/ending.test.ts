import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { afterEach, expect, test, vi } from "vitest"

// Processes take their time to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let left: number | undefined
afterEach(() => {
  if (left !== undefined && isThere(left)) process.kill(left, "SIGKILL")
})

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A command in the middle of long work, as a build is. @returns the number of the one that works */
async function working(command: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(command, args, {
    env: { PATH: process.env.PATH, NODE_ENV: "test", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    left = Number(line)
    return { child, pid: left }
  }
  throw new Error("nothing was begun")
}

const long = "console.log(process.pid); setInterval(() => {}, 1_000)"
const command = [
  "--input-type=module",
  "--eval",
  `import { run } from "./scripts/process.mjs"
   await run(process.execPath, ["--eval", ${JSON.stringify(long)}])
   process.exit(0)`,
]
const ended = async (child: ChildProcess) => (await once(child, "exit"))[0]

test("a command that is ended ends what it began, with the signal's code", async () => {
  for (const [signal, code] of [
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const) {
    const { child, pid } = await working(process.execPath, command)
    child.kill(signal)
    expect(await ended(child)).toBe(code)
    expect(isThere(pid)).toBe(false)
  }
})

test("so does one whose npm was ended, of which it hears by its new parent alone", async () => {
  const quoted = [process.execPath, ...command].map((word) => `'${word.replaceAll("'", "'\\''")}'`)
  const shell = ["-c", `${quoted.join(" ")}; exit`]
  const { child, pid } = await working("/bin/sh", shell, { npm_lifecycle_event: "start" })
  child.kill("SIGKILL")
  await expect.poll(() => isThere(pid), { timeout: 10_000 }).toBe(false)
})
