const spellings = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})(\d\d)(\d\d)$/,
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?$/,
]

const DAY = 86_400_000

/** A spreadsheet counts days from 1899-12-30; these serials are the years 1927 to 2119. */
const firstSerial = 10_000
const lastSerial = 80_000

const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/**
 * Reads a calendar day as people and spreadsheets write it: 2026-01-05, 2026/1/5, 2026.1.5,
 * 20260105, 2026年1月5日, or a spreadsheet's serial (46027).
 * @returns "YYYY-MM-DD", or undefined if it is no such spelling or there is no such day (2026-02-30)
 */
export function readDay(written: string): string | undefined {
  const text = written.normalize("NFKC").trim()
  for (const spelling of spellings) {
    const found = spelling.exec(text)
    if (!found) continue
    const [year = 0, month = 0, day = 0] = found.slice(1).map(Number)
    const at = new Date(0).setUTCFullYear(year, month - 1, day)
    const real = new Date(at)
    return real.getUTCMonth() === month - 1 && real.getUTCDate() === day ? dayAt(at) : undefined
  }
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0
  if (serial < firstSerial || serial > lastSerial) return undefined
  return dayAt(Date.UTC(1899, 11, 30) + serial * DAY)
}
