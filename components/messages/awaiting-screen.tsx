import { getTranslations } from "next-intl/server"
import { AwaitingList } from "@/components/messages/awaiting-list"
import { ClockPane } from "@/components/messages/awaiting-pane"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { Empty } from "@/components/ui/empty"
import { ListKeys } from "@/components/ui/list-keys"
import { PageHead } from "@/components/ui/page-head"
import { Beside } from "@/components/ui/record-pane"
import type { AwaitingFilter } from "@/lib/messages/clock-inputs"
import {
  type Awaiting,
  awaitingInGroup,
  awaitingMe,
  groupsAwaiting,
} from "@/lib/messages/clock-lists"
import { clockPage } from "@/lib/messages/clock-page"
import type { PersonActor } from "@/lib/platform/actor"

const most = 100
const address = "/groups/awaiting"

/** 等我回复: what one has to answer by when; managers see what their groups owe. */
export async function AwaitingScreen({
  actor,
  filter,
}: {
  actor: PersonActor
  filter: AwaitingFilter
}) {
  const [words, mine, managed, ofGroup, page] = await Promise.all([
    liveWords(),
    awaitingMe(actor, most),
    groupsAwaiting(actor),
    filter.group === undefined ? null : awaitingInGroup(actor, filter.group),
    filter.clock === undefined ? null : clockPage(actor, filter.clock),
  ])
  const shown = ofGroup && filter.group !== undefined ? { ...ofGroup, id: filter.group } : null
  const rows = shown?.rows ?? mine
  return (
    <LiveRegion topics={topicsOf(actor, rows, shown?.id)} words={words}>
      <Beside
        list={
          <>
            <Head mine={mine.length} managed={managed} shown={shown} />
            <Rows rows={rows} own={!shown} missing={filter.clock !== undefined && !page} />
          </>
        }
      >
        {page && <Pane page={page} />}
      </Beside>
    </LiveRegion>
  )
}

/** One's own notices, and the groups that the rows are of. */
const topicsOf = (actor: PersonActor, rows: readonly Awaiting[], groupId: number | undefined) => {
  const groups = [...rows.map((row) => row.groupId), ...(groupId === undefined ? [] : [groupId])]
  const homes = [...new Set(groups)].filter((id) => actor.principals.has(`group:${id}`))
  return [
    `person:${actor.personId}`,
    `own:${actor.personId}`,
    ...homes.map((id) => `home:group:${id}`),
  ]
}

type Managed = Awaited<ReturnType<typeof groupsAwaiting>>

async function Head({
  mine,
  managed,
  shown,
}: {
  mine: number
  managed: Managed
  shown: { id: number; name: string } | null
}) {
  const t = await getTranslations("awaiting")
  const known = managed.some(({ id }) => id === shown?.id)
  const others = shown && !known ? [{ id: shown.id, name: shown.name, count: 0 }] : []
  const groups = [...managed, ...others].map(({ id, name, count }) => ({
    href: `${address}?group=${id}`,
    label: name,
    count: count > 0 ? count : undefined,
    current: id === shown?.id,
  }))
  const own = { href: address, label: t("own"), count: mine > 0 ? mine : undefined }
  return (
    <PageHead
      title={t("title")}
      tabsLabel={t("managed")}
      {...(groups.length > 0 && { tabs: [{ ...own, current: !shown }, ...groups] })}
    />
  )
}

async function Rows({
  rows,
  own,
  missing,
}: {
  rows: readonly Awaiting[]
  own: boolean
  missing: boolean
}) {
  const [t, keys] = await Promise.all([getTranslations("awaiting"), getTranslations("tasks.keys")])
  return (
    <div className="min-h-0 flex-1 overflow-y-auto pb-8">
      {missing && <p className="px-gutter pt-3 text-control text-ink-2">{t("clock.missing")}</p>}
      {rows.length === 0 ? (
        <Empty title={t(own ? "empty" : "emptyGroup")}>
          {t(own ? "emptyHint" : "emptyGroupHint")}
        </Empty>
      ) : (
        <>
          <AwaitingList rows={rows} own={own} />
          <ListKeys group={t("title")} down={keys("down")} up={keys("up")} />
        </>
      )}
    </div>
  )
}

async function Pane({ page }: { page: NonNullable<Awaited<ReturnType<typeof clockPage>>> }) {
  const t = await getTranslations("notifications")
  return <ClockPane page={page} way={{ close: { href: address, label: t("close") } }} />
}
