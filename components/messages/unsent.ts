import type { NewMessage } from "@/lib/messages/inputs"

/** Something that was sent off and isn't known to have arrived. */
export interface Pending {
  /** Its key: sent however often, it lands once. */
  key: string
  input: NewMessage
  at: string
  /** Its number, once the server said that it is there. */
  id?: number
  /** Why it was refused. */
  refused?: string | undefined
}

/** Where a browser keeps what one person sent to one group. */
export const placeOf = (personId: number, groupId: number) => `qibu.unsent.${personId}.${groupId}`

export function kept(place: string): Pending[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? "[]")
    return Array.isArray(found) ? found : []
  } catch {
    return []
  }
}

/** The portal knows a key for seven days; after that the same message would be said twice. */
const known = 6 * 24 * 3_600_000

/** What an earlier page left; what has waited too long is sent only by who wrote it. */
export const takenUp = (all: readonly Pending[], now: number, late: string): Pending[] =>
  all.map((each) =>
    now - Date.parse(each.at) > known ? { ...each, refused: each.refused ?? late } : each,
  )

/**
 * Keeps what still waits; what other tabs wrote stays beside it.
 * @param own keys that this page has had, whatever became of them
 */
export function keep(place: string, all: readonly Pending[], own: ReadonlySet<string>): void {
  try {
    const others = kept(place).filter(({ key }) => !own.has(key))
    const waiting = [...others, ...all.filter(({ id }) => id === undefined)]
    if (waiting.length > 0) localStorage.setItem(place, JSON.stringify(waiting))
    else localStorage.removeItem(place)
  } catch {
    // A browser that keeps nothing still sends.
  }
}

/** On `http://` inside a company there is no `randomUUID`. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("")
