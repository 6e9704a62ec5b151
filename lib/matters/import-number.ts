import { inArray } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { db } from "@/db/engine"
import { matters } from "@/db/schema/matters"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { dayIn } from "@/lib/calendar/zones"

/** What a month's register goes up to: a number mistyped with more figures would be the next one's. */
const mostOfMonth = 9_999

/**
 * A number as a row says it: XS20240501 is year, month and running number, written as the portal
 * writes it. One of a month to come would run into those that the portal gives.
 */
export async function numberIn(cell: string): Promise<number | null | "noNumber" | "laterNumber"> {
  if (cell === "") return null
  const [, month = "", running = ""] = /^(?:XS)?(\d{6})(\d{2,4})$/i.exec(cell) ?? []
  const nth = Number(running)
  const written = running === String(nth).padStart(2, "0")
  if (!/^(19[7-9]|[2-9]\d\d)\d(0[1-9]|1[0-2])$/.test(month)) return "noNumber"
  if (!written || nth < 1 || nth > mostOfMonth) return "noNumber"
  const { timeZone } = await companyCalendar()
  const present = dayIn(timeZone, new Date()).slice(0, 7).replace("-", "")
  return month > present ? "laterNumber" : Number(month + running)
}

/** Which of these numbers have been given. */
export async function givenNumbers(on: ReturnType<typeof db>, numbers: readonly number[]) {
  const rows = await on
    .select({ id: matters.id })
    .from(matters)
    .where(inArray(matters.id, idsIn(numbers)))
  return new Set(rows.map(({ id }) => id))
}
