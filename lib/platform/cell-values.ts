/** 「陈晨、石磊」 as people write several in one cell. */
export const namesIn = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[、,;/\n]|，|；/)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  ),
]

const written = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T](\d{1,2}):(\d\d)(?::\d\d)?)?$/

/** `2026-11-25`, `2026/11/25 18:00`, `2026年11月25日`; undefined for anything else. */
export function momentIn(cell: string): { day: string; clock: string | null } | undefined {
  const [, year = "", month = "", date = "", hour, minute] = written.exec(cell) ?? []
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day) return undefined
  if (Number(year) < 1970 || Number(year) > 2999) return undefined
  if (hour === undefined) return { day, clock: null }
  if (Number(hour) > 23 || Number(minute) > 59) return undefined
  return { day, clock: `${hour.padStart(2, "0")}:${minute}` }
}

/**
 * `60%`, `60`, `0.6` as spreadsheets keep it; undefined for anything else.
 * @param inShares out of a workbook, which keeps 100 % as 1
 */
export function percentIn(cell: string, inShares = false): number | undefined {
  if (cell === "") return 0
  const [, figure, sign] = /^(\d{1,3}(?:\.\d+)?)\s*(%)?$/.exec(cell) ?? []
  if (figure === undefined) return undefined
  const share = Number(figure)
  const percent = !sign && share <= 1 && (inShares || figure.includes(".")) ? share * 100 : share
  return percent <= 100 ? Math.round(percent) : undefined
}

/** The code of a word in any language. */
export const codeIn = <T extends string>(
  codes: readonly T[],
  words: readonly Readonly<Record<T, string>>[],
  cell: string,
): T | undefined =>
  codes.find((code) =>
    words.some((named) => named[code].toLowerCase() === cell.toLowerCase() || code === cell),
  )
