import { getTranslations } from "next-intl/server"
import { FindCounts } from "@/components/outward/find-counts"
import { PlaceLink } from "@/components/outward/place-link"
import { StateOfRequest } from "@/components/outward/state-of-request"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { Empty } from "@/components/ui/empty"
import { Face } from "@/components/ui/face"
import { Link } from "@/components/ui/link"
import { ColumnHead, ListRow } from "@/components/ui/list"
import { PageHead } from "@/components/ui/page-head"
import type { RequestsFilter } from "@/lib/outward/inputs"
import { listRequests, type RequestListRow } from "@/lib/outward/queries"
import { hrefOf, titleOf } from "@/lib/outward/request"
import type { PersonActor } from "@/lib/platform/actor"

const columns = "minmax(200px,2fr) 110px minmax(120px,1fr) minmax(140px,1.2fr) 96px"
const views = ["waiting", "mine", "all"] as const

/** 外发放行: what was stopped on its way to outsiders, as far as somebody sees it. */
export async function OutwardScreen({
  actor,
  filter,
}: {
  actor: PersonActor
  filter: RequestsFilter
}) {
  const [t, live, page] = await Promise.all([
    getTranslations("outward"),
    liveWords(),
    listRequests(actor, filter),
  ])
  const tabs = views.map((view) => ({
    href: view === "waiting" ? "/outward" : `/outward?view=${view}`,
    label: t(`view.${view}`),
    current: view === filter.view,
  }))
  const topics = [
    `person:${actor.personId}`,
    ...(actor.duties.has("platform") ? ["home:duty:platform"] : []),
  ]
  return (
    <LiveRegion topics={topics} words={live}>
      <PageHead title={t("title")} tabs={tabs} tabsLabel={t("views")} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {page.rows.length === 0 ? (
          <Empty title={t("empty")}>{t("emptyHint")}</Empty>
        ) : (
          <Rows actor={actor} rows={page.rows} />
        )}
        {page.next && (
          <Link
            href={`/outward?view=${filter.view}&after=${encodeURIComponent(page.next)}`}
            className="link mx-gutter my-3 inline-block text-control"
          >
            {t("more")}
          </Link>
        )}
      </div>
    </LiveRegion>
  )
}

async function Rows({ actor, rows }: { actor: PersonActor; rows: RequestListRow[] }) {
  const t = await getTranslations("outward.column")
  return (
    <>
      <ColumnHead columns={columns}>
        <span>{t("text")}</span>
        <span>{t("author")}</span>
        <span>{t("place")}</span>
        <span>{t("finds")}</span>
        <span>{t("state")}</span>
      </ColumnHead>
      {rows.map((row) => (
        <ListRow key={row.id} columns={columns} height="two" className="max-md:py-2.5">
          <span className="min-w-0">
            <Link
              href={hrefOf(row)}
              data-open
              className="block truncate text-ui font-semibold outline-none after:absolute after:inset-0"
            >
              {titleOf(row)}
            </Link>
            <span className="block truncate text-meta text-ink-2">{row.reason}</span>
          </span>
          <span className="flex items-center gap-1.5 text-control max-md:mt-1">
            <Face person={{ id: row.authorId, name: row.author, face: row.face }} size={20} />
            <span className="truncate">{row.author}</span>
          </span>
          <span className="relative z-1 min-w-0 truncate text-control text-ink-2">
            <PlaceLink actor={actor} kind={row.kind} recordId={row.recordId} />
          </span>
          <span className="line-clamp-2 text-control text-ink-2">
            <FindCounts finds={row.finds} />
          </span>
          <span>
            <StateOfRequest state={row.state} />
          </span>
        </ListRow>
      ))}
    </>
  )
}
