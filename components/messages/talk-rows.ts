import type { Move } from "@/components/messages/talk-frames"
import type { MessageView } from "@/lib/messages/view"

/** A stretch of a conversation as a page holds it. */
export interface Rows {
  rows: readonly MessageView[]
  /** Whether there is more before and after. */
  earlier: boolean
  later: boolean
  /** How many haven't read one's own messages, by number. */
  unread: Readonly<Record<number, number>>
  /** How far the group had come when it was last read, answers in threads included. */
  lastSeq?: number
}

/** More are kept only where somebody reads; the far end is left out and read again when needed. */
const most = 400

const bySeq = (a: MessageView, b: MessageView) => a.seq - b.seq

const says = (row: MessageView) => JSON.stringify(row)

/**
 * Rows without doubles; of two versions of a message the newer one. What is read again and says the
 * same stays the same, so that nothing of it is drawn anew.
 */
function joined(a: readonly MessageView[], b: readonly MessageView[]): MessageView[] {
  const byId = new Map(a.map((row) => [row.id, row]))
  for (const row of b) {
    const known = byId.get(row.id)
    if (known && (known.version > row.version || says(known) === says(row))) continue
    byId.set(row.id, row)
  }
  return [...byId.values()].toSorted(bySeq)
}

export function withEarlier(now: Rows, found: Rows): Rows {
  const rows = joined(found.rows, now.rows)
  const cut = rows.length > most
  return {
    ...now,
    rows: cut ? rows.slice(0, most) : rows,
    earlier: found.earlier,
    later: now.later || cut,
    unread: { ...found.unread, ...now.unread },
  }
}

export function withLater(now: Rows, found: Rows): Rows {
  const rows = joined(now.rows, found.rows)
  const cut = rows.length > most
  return {
    ...found,
    rows: cut ? rows.slice(-most) : rows,
    earlier: now.earlier || cut,
    unread: { ...now.unread, ...found.unread },
  }
}

/** A message as it arrives, new or changed. Where the newest isn't shown, a new one waits there. */
export function withMessage(now: Rows, message: MessageView, unread: number | null): Rows {
  const known = now.rows.some(({ id }) => id === message.id)
  const last = now.rows.at(-1)
  const beyond = !known && now.later && message.seq > (last?.seq ?? 0)
  const above = !known && message.seq < (now.rows[0]?.seq ?? 0)
  if (beyond || above) return now
  return {
    ...now,
    rows: joined(now.rows, [message]).slice(now.later ? 0 : -most),
    unread: unread === null || known ? now.unread : { ...now.unread, [message.seq]: unread },
  }
}

/**
 * Somebody has read on: one fewer for each of one's own messages on the way.
 * @param threadId what begins the thread that is held; null for the stream
 */
export function withReading<T extends Pick<Rows, "unread">>(
  now: T,
  moves: readonly Move[],
  threadId: number | null,
): T {
  const here = moves.filter((move) => move.threadId === threadId)
  const unread = Object.fromEntries(
    Object.entries(now.unread).map(([seq, count]) => {
      const read = here.filter(({ from, to }) => Number(seq) > from && Number(seq) <= to).length
      return [seq, Math.max(0, count - read)]
    }),
  )
  return { ...now, unread }
}
