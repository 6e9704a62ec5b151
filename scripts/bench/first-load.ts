import { gzipSync } from "node:zlib"
import type { Portal } from "./portal"
import { spreadOf } from "./rounds"
import type { Line } from "./table"
import type { TalkBench } from "./talking"

const scripts = /<script[^>]+src="([^"]+)"[^>]*>/g

/** P12: the script files that a page's HTML loads, each gzipped, in kB. */
export async function measureScripts(portal: Portal): Promise<Line[]> {
  const { member, openTask } = portal.company
  const pages = [
    ["scriptList", "/tasks"],
    ["scriptDetail", `/tasks/${openTask}`],
    ["scriptHome", "/"],
    ["scriptInbox", "/inbox"],
  ] as const
  const lines: Line[] = []
  for (const [what, path] of pages) {
    const size = spreadOf([await sizeOf(`http://127.0.0.1:${portal.port}`, path, member.cookie)])
    lines.push({ id: "P12", what, goal: { atMost: 200 }, unit: "kB", portal: size })
  }
  return lines
}

async function sizeOf(site: string, path: string, cookie: string): Promise<number> {
  const html = await (await fetch(site + path, { headers: { cookie } })).text()
  // Browsers that know modules, all that the portal supports, don't load this one.
  const loaded = [...html.matchAll(scripts)].filter(([tag]) => !/nomodule/i.test(tag))
  const files = new Set(loaded.flatMap(([, src]) => (src ? [src.replaceAll("&amp;", "&")] : [])))
  const sizes = await Promise.all(
    [...files].map(async (src) => gzipSync(await (await fetch(site + src)).bytes()).length),
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}

/** P12 for a group that is open. */
export async function measureTalkScript({ many }: TalkBench): Promise<Line[]> {
  const { reader, busy } = many.talk
  const site = `http://127.0.0.1:${many.port}`
  const size = spreadOf([await sizeOf(site, `/groups/${busy}`, reader.cookie)])
  return [{ id: "P12", what: "scriptGroup", goal: { atMost: 270 }, unit: "kB", portal: size }]
}
