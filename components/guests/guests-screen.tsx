import { getLocale, getTranslations } from "next-intl/server"
import { StateOfGuest } from "@/components/guests/state-of-guest"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { ExportList } from "@/components/ui/export-list"
import { Face } from "@/components/ui/face"
import { Link } from "@/components/ui/link"
import { ColumnHead, ListRow } from "@/components/ui/list"
import { PageHead } from "@/components/ui/page-head"
import { when } from "@/lib/calendar/when"
import type { InvitationsFilter } from "@/lib/guests/inputs"
import { canInvite } from "@/lib/guests/policy"
import { type InvitationListRow, listInvitations } from "@/lib/guests/queries"
import { openedPhrase } from "@/lib/guests/sentence"
import type { PersonActor } from "@/lib/platform/actor"
import { enumerated } from "@/lib/platform/enumerated"

const columns = "minmax(140px,1.1fr) minmax(180px,2fr) 110px 96px 56px 132px"
const views = ["live", "waiting", "over", "all"] as const

/** 外部成员: all invitations that one sees. */
export async function GuestsScreen({
  actor,
  filter,
}: {
  actor: PersonActor
  filter: InvitationsFilter
}) {
  const [t, live, page] = await Promise.all([
    getTranslations("guests"),
    liveWords(),
    listInvitations(actor, filter),
  ])
  const tabs = views.map((view) => ({
    href: view === "live" ? "/guests" : `/guests?view=${view}`,
    label: t(`view.${view}`),
    current: view === filter.view,
  }))
  return (
    <LiveRegion topics={topicsOf(actor)} words={live}>
      <PageHead title={t("title")} tabs={tabs} tabsLabel={t("views")}>
        <ExportList id="guest-export" path="/guests/export" list={`/guests?view=${filter.view}`} />
        {canInvite(actor) && (
          <ButtonLink href="/guests/new" tone="primary" icon="user-plus">
            {t("new")}
          </ButtonLink>
        )}
      </PageHead>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {page.rows.length === 0 ? (
          <Empty title={t("empty")}>{t("emptyHint")}</Empty>
        ) : (
          <Rows rows={page.rows} />
        )}
        {page.next && (
          <Link
            href={`/guests?view=${filter.view}&after=${encodeURIComponent(page.next)}`}
            className="link mx-gutter my-3 inline-block text-control"
          >
            {t("more")}
          </Link>
        )}
      </div>
    </LiveRegion>
  )
}

const topicsOf = (actor: PersonActor) => [
  `person:${actor.personId}`,
  ...(actor.duties.has("platform") ? ["home:duty:platform"] : []),
]

async function Rows({ rows }: { rows: InvitationListRow[] }) {
  const t = await getTranslations("guests.column")
  return (
    <>
      <ColumnHead columns={columns}>
        <span>{t("guest")}</span>
        <span>{t("scope")}</span>
        <span>{t("inviter")}</span>
        <span>{t("until")}</span>
        <span>{t("devices")}</span>
        <span>{t("state")}</span>
      </ColumnHead>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </>
  )
}

async function Row({ row }: { row: InvitationListRow }) {
  const [t, locale, time] = await Promise.all([getTranslations("guests"), getLocale(), when()])
  const scope = enumerated(
    row.opened.map((thing) => (thing.title ? openedPhrase(thing, locale) : t("hidden"))),
    locale,
  )
  return (
    <ListRow columns={columns} height="two" className="max-md:py-2.5">
      <span className="min-w-0">
        <Link
          href={`/guests/${row.id}`}
          data-open
          className="block truncate text-ui font-semibold outline-none after:absolute after:inset-0"
        >
          {row.name}
        </Link>
        <span className="block truncate text-meta text-ink-2">{row.organisation}</span>
      </span>
      <span className="line-clamp-2 text-control text-ink-2">{scope}</span>
      <span className="flex items-center gap-1.5 text-control max-md:mt-1">
        <Face person={{ id: row.inviterId, name: row.inviter, face: row.inviterFace }} size={20} />
        <span className="truncate">{row.inviter}</span>
      </span>
      <span className="text-control text-ink-2">
        {time.date(new Date(row.expiresAt.getTime() - 1))}
      </span>
      <span className="text-control text-ink-2 max-md:hidden">{row.devices || "–"}</span>
      <span>
        <StateOfGuest state={row.state} expiresAt={row.expiresAt} />
      </span>
    </ListRow>
  )
}
