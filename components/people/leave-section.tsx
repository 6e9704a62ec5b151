import { randomUUID } from "node:crypto"
import { getLocale, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { EndLeave } from "@/components/people/end-leave"
import { LeaveForm, type LeaveWords } from "@/components/people/leave-form"
import { pickerWords } from "@/components/people/picker-words"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { writtenDay } from "@/lib/calendar/written-day"
import { comingLeave, companyToday } from "@/lib/people/leave"
import { workingDaysOf } from "@/lib/people/leave-days"
import { canSetLeave } from "@/lib/people/leave-policy"
import type { PersonActor } from "@/lib/platform/actor"

/**
 * When somebody is away and who stands in. Everybody sees that; the person and 人事 set it, and
 * read the note.
 */
export async function LeaveSection({
  actor,
  person,
  size = "small",
}: {
  actor: PersonActor
  person: { id: number; name: string; disabledAt?: Date | null }
  size?: "small" | "panel"
}) {
  const [t, rows, today] = await Promise.all([
    getTranslations("people.leave"),
    comingLeave(db(), person.id),
    companyToday(),
  ])
  const may = canSetLeave(actor, person.id) && !person.disabledAt
  if (!may && rows.length === 0) return null
  return (
    <Section title={t("title")} size={size}>
      {rows.length === 0 && <p className="py-2 text-control text-ink-3">{t("none")}</p>}
      <ul className={rows.length > 0 ? "mb-4" : ""}>
        {rows.map((row) => (
          <LeaveRow key={row.leave.id} row={row} today={today} may={may} />
        ))}
      </ul>
      {may && (
        <Folded word={size === "small" ? t("takeFor") : undefined}>
          <LeaveForm
            // A leave that was written down begins the form anew.
            key={rows.map(({ leave }) => leave.id).join()}
            personId={person.id}
            today={today}
            formKey={randomUUID()}
            words={await formWords(person.name)}
          />
        </Folded>
      )}
    </Section>
  )
}

/** On a profile the form is one of many things: it waits behind its word. */
function Folded({ word, children }: { word: string | undefined; children: ReactNode }) {
  if (!word) return children
  return (
    <details>
      <summary className="mb-3 cursor-pointer text-control text-accent-ink">{word}</summary>
      {children}
    </details>
  )
}

type Row = Awaited<ReturnType<typeof comingLeave>>[number]

async function LeaveRow({ row, today, may }: { row: Row; today: string; may: boolean }) {
  const { leave, deputyName } = row
  const [t, locale, calendar] = await Promise.all([
    getTranslations("people.leave"),
    getLocale(),
    companyCalendar(),
  ])
  const first = writtenDay(leave.firstDay, locale)
  const last = writtenDay(leave.lastDay, locale)
  const days = leave.firstDay === leave.lastDay ? t("one", { first }) : t("span", { first, last })
  const count = workingDaysOf(calendar, leave).length
  const begun = leave.firstDay < today
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line-soft py-2 text-control">
      <span className="font-semibold">{days}</span>
      {leave.firstDay <= today && <span className="text-support">{t("now")}</span>}
      <span className="text-ink-2">{t("workingDays", { count })}</span>
      <span className="text-ink-2">
        {deputyName ? t("deputyIs", { name: deputyName }) : t("noDeputy")}
      </span>
      {may && leave.note !== "" && <span className="text-ink-3">{leave.note}</span>}
      {may && (
        <span className="ml-auto">
          <EndLeave
            id={leave.id}
            word={t(begun ? "end" : "cancel")}
            label={t(begun ? "endOf" : "cancelOf", { days })}
          />
        </span>
      )}
    </li>
  )
}

async function formWords(name: string): Promise<LeaveWords> {
  const t = await getTranslations("people.leave")
  return {
    first: t("first"),
    last: t("last"),
    deputy: t("deputy"),
    note: t("note"),
    noteHint: t("noteHint"),
    take: t("take"),
    taken: t("taken"),
    gets: t("whatDeputyGets", { name }),
    pick: await pickerWords(),
  }
}
