import { getLocale, getTranslations } from "next-intl/server"
import { calendarAddress } from "@/components/appointments/calendar-address"
import { CloseOptions } from "@/components/appointments/close-options"
import { ColleagueForm, ColleagueRow } from "@/components/appointments/colleagues"
import { FeedBox } from "@/components/appointments/feed-box"
import { MiniMonth } from "@/components/appointments/mini-month"
import { ShownBox } from "@/components/appointments/shown-box"
import { WorkDays } from "@/components/appointments/work-days"
import { Icon } from "@/components/ui/icon"
import { IconButton } from "@/components/ui/icon-button"
import { Link } from "@/components/ui/link"
import { Still } from "@/components/ui/still"
import { sources } from "@/lib/appointments/entries"
import { feedSince } from "@/lib/appointments/feed-token"
import type { CalendarPage } from "@/lib/appointments/page"
import { homesOf } from "@/lib/appointments/whose"
import { when } from "@/lib/calendar/when"
import type { PersonActor } from "@/lib/platform/actor"
import type { Whose } from "@/lib/platform/calendar-source"

/** On phones all of this is a sheet, which the calendar's head opens. */
export const optionsId = "calendar-options"
const head = "mb-1 text-meta text-ink-3"

/** Month, whose calendar, which calendars, colleagues, work calendar, subscription. */
export async function SideColumn({ actor, page }: { actor: PersonActor; page: CalendarPage }) {
  const [t, locale] = await Promise.all([getTranslations("appointments"), getLocale()])
  const { hidden, colleagues, whose } = page
  return (
    <aside id={optionsId} popover="auto" aria-label={t("side")} className="calendar-options">
      <div className="flex items-center md:hidden">
        <h2 className="flex-1 text-panel">{t("options")}</h2>
        <IconButton
          icon="x"
          label={t("close")}
          popoverTarget={optionsId}
          popoverTargetAction="hide"
        />
      </div>
      <CloseOptions id={optionsId} at={calendarAddress(page)} />
      <Still>
        <MiniMonth page={page} />
      </Still>
      <Homes actor={actor} page={page} />
      <section>
        <h2 className={head}>{t("mine")}</h2>
        {sources().map(({ name, label }) => (
          <ShownBox key={name} name={name} shown={!hidden.has(name)} label={label[locale]} />
        ))}
      </section>
      {whose.of === "mine" && (
        <section>
          <h2 className={head}>{t("colleagues")}</h2>
          {colleagues.map((person) => (
            <ColleagueRow
              key={person.id}
              person={person}
              shown={!hidden.has(`person:${person.id}`)}
              words={{
                busyOnly: t("busyOnly"),
                remove: t("removeColleague", { name: person.name }),
              }}
            />
          ))}
          <Colleagues />
        </section>
      )}
      <Still>
        <WorkDays page={page} />
      </Still>
      <Subscription actor={actor} />
    </aside>
  )
}

/** One's own, the department's, and behind a fold those of groups. */
async function Homes({ actor, page }: { actor: PersonActor; page: CalendarPage }) {
  const [t, homes] = await Promise.all([getTranslations("appointments"), homesOf(actor)])
  const { department, groups } = homes
  const inGroup = page.whose.of === "group"
  return (
    <Still>
      <nav aria-label={t("whose")}>
        <h2 className={head}>{t("whose")}</h2>
        <Home name={t("own")} to={{ of: "mine" }} page={page} />
        {department && (
          <Home name={department.name} to={{ of: "department", id: department.id }} page={page} />
        )}
        {groups.length > 0 && (
          <details open={inGroup}>
            <summary className="-mx-2 flex h-7 max-md:h-11 items-center gap-1 rounded-field px-2 text-control text-ink-2 hover:bg-hover">
              {t("groups")}
              <Icon name="chevron-down" size={14} className="ml-auto" />
            </summary>
            {groups.map(({ id, name }) => (
              <Home key={id} name={name} to={{ of: "group", id }} page={page} />
            ))}
          </details>
        )}
      </nav>
    </Still>
  )
}

function Home({ name, to, page }: { name: string; to: Whose; page: CalendarPage }) {
  const { view, date, whose } = page
  const here = JSON.stringify(to) === JSON.stringify(whose)
  return (
    <Link
      href={calendarAddress({ view, date, whose: to })}
      aria-current={here ? "true" : undefined}
      className="-mx-2 flex h-7 max-md:h-11 items-center rounded-field px-2 text-control text-ink-2 hover:bg-hover aria-[current]:bg-selected aria-[current]:font-semibold aria-[current]:text-ink"
    >
      <span className="truncate">{name}</span>
    </Link>
  )
}

async function Colleagues() {
  const t = await getTranslations("appointments")
  const pick = await getTranslations("appointments.pick")
  return (
    <ColleagueForm
      words={{
        label: t("addColleague"),
        add: t("add"),
        pick: {
          placeholder: pick("placeholder"),
          remove: pick("remove"),
          choose: pick("choose"),
          confirm: pick("confirm"),
          none: pick("none"),
        },
      }}
    />
  )
}

async function Subscription({ actor }: { actor: PersonActor }) {
  const [t, since, { date }] = await Promise.all([
    getTranslations("appointments"),
    feedSince(actor.personId),
    when(),
  ])
  return (
    <FeedBox
      title={t("subscribe")}
      since={since && t("feed.since", { date: date(since) })}
      words={{
        note: t("feed.note"),
        once: t("feed.once"),
        make: t("feed.make"),
        again: t("feed.again"),
        end: t("feed.end"),
        ended: t("feed.ended"),
      }}
    />
  )
}
