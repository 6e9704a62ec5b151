import { getTranslations } from "next-intl/server"
import { dayWords } from "@/components/people/day-words"
import { faceAddress } from "@/components/ui/face"
import { faceHue, faceText } from "@/components/ui/face-name"
import { html, type Markup } from "@/components/ui/markup"
import { dayNumberOf } from "@/lib/calendar/zones"
import type { DirectoryRow } from "@/lib/people/directory"
import { newSince } from "@/lib/people/directory-scope"

export interface RowWords {
  head: string
  /** Words of the levels, or null where e-mail addresses stand in their column. */
  levels: Record<"view" | "edit" | "admin", string> | null
  newDays(hiredOn: string | null): string
  away(leave: DirectoryRow["leave"]): string
}

export async function rowWords(today: string, levels: boolean): Promise<RowWords> {
  const [t, c, day] = await Promise.all([
    getTranslations("people.directory"),
    getTranslations("people.colleague"),
    dayWords(),
  ])
  const since = newSince(today)
  return {
    head: t("head"),
    levels: levels ? { view: c("view"), edit: c("edit"), admin: c("admin") } : null,
    newDays: (hiredOn) =>
      hiredOn && hiredOn >= since && hiredOn <= today
        ? t("newDays", { days: dayNumberOf(today) - dayNumberOf(hiredOn) + 1 })
        : "",
    away: (leave) => {
      if (!leave) return ""
      const until = { day: day(leave.lastDay) }
      return leave.deputyName
        ? t("leaveWith", { ...until, name: leave.deputyName })
        : t("leave", until)
    },
  }
}

/** One person, 40 high; two lines on a phone. Plain markup: a page of fifty costs no script. */
export function personRow(row: DirectoryRow, words: RowWords): Markup {
  const fresh = words.newDays(row.hiredOn)
  const away = words.away(row.leave)
  const third = words.levels ? (row.level && words.levels[row.level]) || "" : row.email
  return html`${faceCell(row)}<span class='name'><a href='/people/${row.id}' data-open>${marked(row)}</a>${row.leads && html`<small>${words.head}</small>`}${fresh && html`<small>${fresh}</small>`}</span
    ><span class='post'>${row.post}</span
    ><span class='third ${row.level ?? ""}'>${third}</span
    ><span class='today' title='${away}'>${away}</span>`
}

/** The picture at the size of its cell, so that nothing moves when it comes. */
const faceCell = ({ id, name, face }: DirectoryRow): Markup =>
  face
    ? html`<img class='face' src='${faceAddress(face)}' alt='' width='24' height='24' loading='lazy'>`
    : html`<span class='face' aria-hidden='true' style='--face-h:${faceHue(id)}'>${faceText(name, 1)}</span>`

/** The name, with what a search found of it. */
function marked({ name, found }: DirectoryRow): Markup {
  if (!found) return html`${name}`
  const { index, length } = found
  const end = index + length
  return html`${name.slice(0, index)}<mark>${name.slice(index, end)}</mark>${name.slice(end)}`
}
