import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdir, mkdtemp, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"

const run = promisify(execFile)

/** An empty calendar of a real calendar program (khal), which knows nothing of the portal. */
export interface CalendarProgram {
  /** Takes in a file in iCalendar's form; what it knows by its UID it changes. */
  takeIn(text: string): Promise<void>
  /** `2026-11-24 15:00 周会` of each event from a day on, for so long (`14d`). */
  list(from: string, span: string): Promise<string[]>
}

const settings = (home: string) => `[calendars]
[[portal]]
path = ${join(home, "calendar")}
[sqlite]
path = ${join(home, "khal.db")}
[locale]
local_timezone = Asia/Shanghai
default_timezone = Asia/Shanghai
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
`

/** @returns null where it isn't there and can't be installed */
export async function calendarProgram(): Promise<CalendarProgram | null> {
  const khal = await installed()
  if (!khal) return null
  const home = await mkdtemp(join(tmpdir(), "qibu-khal-"))
  await mkdir(join(home, "calendar"))
  await writeFile(join(home, "config"), settings(home))
  const ask = (...args: string[]) =>
    run(khal, ["-c", join(home, "config"), ...args], { env: { ...process.env, LC_ALL: "C.UTF-8" } })
  return {
    takeIn: async (text) => {
      const file = join(home, "taken-in.ics")
      await writeFile(file, text)
      await ask("import", "--batch", "-a", "portal", file)
    },
    list: async (from, span) => {
      const format = ["--format", "{start-date} {start-time} {title}", "--day-format", ""]
      const { stdout } = await ask("list", ...format, from, span)
      const lines = stdout.trim().split(/\s*\n\s*/)
      return lines.filter(Boolean).map((line) => line.replace(/\s+/g, " "))
    },
  }
}

/** Debian's khal, installed where that is ours to do. */
async function installed(): Promise<string | null> {
  const path = "/usr/bin/khal"
  if (existsSync(path)) return path
  if (process.getuid?.() !== 0) return null
  const apt = (...args: string[]) =>
    run("apt-get", ["-qq", ...args], { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } })
  await apt("install", "-y", "--no-install-recommends", "khal").catch(() =>
    apt("update")
      .then(() => apt("install", "-y", "--no-install-recommends", "khal"))
      .catch(() => null),
  )
  return existsSync(path) ? path : null
}
