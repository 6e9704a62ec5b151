import { addDays, weekdayOf } from "@/lib/calendar/zones"

/** The Monday of the week that a day lies in, "YYYY-MM-DD". */
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day))
