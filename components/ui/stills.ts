/** HTML on its way from the page to its rendering, in the same process and the same request. */
declare global {
  var __qibuStills: Map<string, { html: string; at: number }> | undefined
}

const waiting = () => {
  globalThis.__qibuStills ??= new Map()
  return globalThis.__qibuStills
}

/** A rendering that never comes, because the browser went away, leaves its HTML for so long (ms). */
const forgotten = 60_000

/** Keeps HTML for one `takeStill`; the name is all that the browser hears of it. */
export function leaveStill(html: string): string {
  const now = Date.now()
  for (const [name, { at }] of waiting()) {
    if (now - at < forgotten) break
    waiting().delete(name)
  }
  const name = crypto.randomUUID()
  waiting().set(name, { html, at: now })
  return name
}

export function takeStill(name: string): string | undefined {
  const left = waiting().get(name)
  waiting().delete(name)
  return left?.html
}
