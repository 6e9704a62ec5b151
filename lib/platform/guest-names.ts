import { inArray } from "drizzle-orm"
import type { Db } from "@/db/database"
import { guestInvitations } from "@/db/schema/guests"
import type { Locale } from "./actor"

const placed = {
  zh: (name: string, organisation: string) => `${name}（${organisation}）`,
  en: (name: string, organisation: string) => `${name} (${organisation})`,
}

/** Somebody with where they are from: 王敏（远山科技）, and 王敏 (远山科技) in English sentences. */
export const placedName = (name: string, organisation: string, locale: Locale): string =>
  organisation === "" ? name : placed[locale](name, organisation)

/** Names of guests by their invitations' numbers, with where they are from. */
export async function guestNames(
  db: Db,
  ids: readonly number[],
  locale: Locale,
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      id: guestInvitations.id,
      name: guestInvitations.name,
      organisation: guestInvitations.organisation,
    })
    .from(guestInvitations)
    .where(inArray(guestInvitations.id, [...new Set(ids)]))
  return new Map(
    rows.map(({ id, name, organisation }) => [id, placedName(name, organisation, locale)]),
  )
}
