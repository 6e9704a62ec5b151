import type { KnownStaff, ReadRow, StaffError } from "./staff-conflicts"

const asPower = /^\d+(\.\d+)?e\+?\d+$/i
const bare = (number: string): string => number.replace(/^0+(?=\d)/, "")

/**
 * Staff numbers that a spreadsheet took for figures: 00123 became 123, a long one 1.2E+11. The
 * portal, or another row, knows the number as it was.
 */
export function digitsLost(rows: readonly ReadRow[], known: KnownStaff): StaffError[] {
  const written = rows.flatMap(({ values }) => [values.staffNo ?? "", values.manager ?? ""])
  const longer = new Map<string, string>()
  for (const number of [...known.byNumber.keys(), ...written])
    if (/^0\d+$/.test(number)) longer.set(bare(number), number)
  return rows.flatMap(({ row, values }) =>
    (["staffNo", "manager"] as const).flatMap((column): StaffError[] => {
      const value = values[column] ?? ""
      const suggestion = known.byNumber.has(value) ? "" : (longer.get(value) ?? "")
      if (suggestion === "" && !asPower.test(value)) return []
      return [{ row, column, code: "lost_digits", value, suggestion }]
    }),
  )
}
