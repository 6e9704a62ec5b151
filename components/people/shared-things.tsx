import { getTranslations } from "next-intl/server"
import { iconOf } from "@/components/shell/kind-icon"
import { isState, stateLook } from "@/components/shell/state-look"
import { Face } from "@/components/ui/face"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import type { PersonPage } from "@/lib/people/person-page"
import { countedTo, type SharedRecord } from "@/lib/people/shared-records"

/** 带领: the departments somebody leads, and who reports to them. */
export async function LedPeople({ page: { led, reports } }: { page: PersonPage }) {
  const t = await getTranslations("people.person")
  if (led.length === 0 && reports.count === 0) return null
  const rest = reports.count - reports.people.length
  return (
    <Section title={t("led")} count={reports.count || undefined} size="small">
      {led.length > 0 && (
        <p className="flex flex-wrap gap-x-4 gap-y-1 py-1 text-control">
          {led.map(({ id, name }) => (
            <Link key={id} href={`/people?department=${id}`} className="link">
              {name}
            </Link>
          ))}
        </p>
      )}
      <ul className="flex flex-wrap gap-x-4 gap-y-1.5 py-1 text-control">
        {reports.people.map((person) => (
          <li key={person.id}>
            <Link
              href={`/people/${person.id}`}
              className="inline-flex items-center gap-1.5 hover:underline"
            >
              <Face person={person} size={20} />
              <span className="one-word">{person.name}</span>
            </Link>
          </li>
        ))}
        {rest > 0 && <li className="text-ink-3">{t("morePeople", { count: rest })}</li>}
      </ul>
    </Section>
  )
}

/** 和你同在: departments of both, and records that both see. */
export async function SharedThings({ page: { shared } }: { page: PersonPage }) {
  const t = await getTranslations("people.person")
  const { homes, records, count } = shared
  if (homes.length === 0 && count === 0) return null
  const rest = count - records.length
  return (
    <Section
      title={t("shared")}
      count={count > countedTo ? `${countedTo}+` : count || undefined}
      size="small"
    >
      {homes.length > 0 && (
        <p className="flex flex-wrap gap-x-4 gap-y-1 py-1 text-control">
          {homes.map(({ id, name }) => (
            <Link
              key={id}
              href={`/people?department=${id}`}
              className="link inline-flex items-center gap-1.5"
            >
              <Icon name="network" size={14} />
              {name}
            </Link>
          ))}
        </p>
      )}
      {records.map((record) => (
        <SharedRow key={record.key} record={record} />
      ))}
      {rest > 0 && (
        <p className="py-1.5 text-meta text-ink-3">
          {count > countedTo ? t("moreThan") : t("more", { count: rest })}
        </p>
      )}
    </Section>
  )
}

async function SharedRow({ record }: { record: SharedRecord }) {
  const [states, times] = await Promise.all([getTranslations("states"), when()])
  const code = record.state && isState(record.state) ? record.state : null
  return (
    <div className="relative flex min-h-8 items-center gap-2.5 border-t border-line-soft py-1 text-control hover:bg-hover max-md:min-h-11">
      {code ? (
        <StateChip {...stateLook[code]}>{states(code)}</StateChip>
      ) : (
        <Icon name={iconOf(record.icon)} size={14} className="text-ink-3" />
      )}
      <Link href={record.href} className="min-w-0 flex-1 truncate after:absolute after:inset-0">
        {record.title}
      </Link>
      {record.at && <span className="text-meta text-ink-3">{times.moment(record.at)}</span>}
    </div>
  )
}
