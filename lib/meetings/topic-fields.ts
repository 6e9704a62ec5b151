export const mostTopics = 20

const inRow = new Map([
  ["topic", "title"],
  ["topicId", "id"],
  ["goal", "goal"],
  ["minutes", "minutes"],
  ["presenter", "presenter"],
])

/** A form's numbered rows `topic1`, `goal1`, `minutes1` as a list; rows without a title are none. */
export function withTopics(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw) || "topics" in raw) return raw
  const rest: Record<string, unknown> = {}
  const rows: Record<string, unknown>[] = []
  for (const [name, value] of Object.entries(raw)) {
    const [, what = "", nth = ""] =
      /^(topicId|topic|goal|minutes|presenter)([1-9]\d?)$/.exec(name) ?? []
    const field = inRow.get(what)
    const at = Number(nth) - 1
    if (!field || at >= mostTopics) rest[name] = value
    else {
      const row = rows[at] ?? {}
      if (value !== "") row[field] = value
      rows[at] = row
    }
  }
  const topics = rows.flatMap((row) => (row && ("title" in row || "goal" in row) ? [row] : []))
  return topics.length > 0 ? { ...rest, topics } : rest
}
