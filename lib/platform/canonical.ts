/** One spelling of a JSON value: keys sorted at every depth, no spaces. Dates as ISO text. */
export function canonical(value: unknown): string {
  const plain: unknown = JSON.parse(JSON.stringify(value))
  return JSON.stringify(plain, (_, inner: unknown) => (isRecord(inner) ? sorted(inner) : inner))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const sorted = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
