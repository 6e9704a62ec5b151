import { getTranslations } from "next-intl/server"
import { AskToJoin } from "@/components/groups/ask-to-join"
import { GroupAct } from "@/components/groups/group-act"
import { groupIcon } from "@/components/groups/group-icon"
import { Button, ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { ExportList } from "@/components/ui/export-list"
import { Icon } from "@/components/ui/icon"
import { Input } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { PageHead, Toolbar } from "@/components/ui/page-head"
import { when } from "@/lib/calendar/when"
import { type BrowsedGroup, browseGroups } from "@/lib/groups/browsing"
import type { BrowseFilter } from "@/lib/groups/inputs"
import { canOversee } from "@/lib/groups/policy"
import type { PersonActor } from "@/lib/platform/actor"

/** 发现沟通组: groups to come into or to ask at; for 平台管理 also which ones there are. */
export async function BrowseScreen({
  actor,
  filter,
}: {
  actor: PersonActor
  filter: BrowseFilter
}) {
  const [t, { rows, next, all }] = await Promise.all([
    getTranslations("groups.browse"),
    browseGroups(actor, filter),
  ])
  const tabs = [
    { href: "/groups/browse", label: t("open"), current: !all },
    { href: "/groups/browse?view=all", label: t("all"), current: all },
  ]
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <PageHead
        title={t("title")}
        tabsLabel={t("views")}
        tabs={canOversee(actor) ? tabs : undefined}
      >
        <ExportList
          id="group-export"
          path="/groups/export"
          list={browseAddress({ ...filter, after: undefined })}
        />
      </PageHead>
      <Toolbar>
        <SearchForm filter={filter} />
      </Toolbar>
      <div className="min-h-0 flex-1 overflow-y-auto pb-8">
        {all && <p className="max-w-160 px-gutter pb-2 text-meta text-ink-3">{t("allNote")}</p>}
        {rows.length === 0 && (
          <Empty title={t(filter.q ? "noneFound" : "none")}>
            {t(filter.q ? "noneFoundHint" : "noneHint")}
          </Empty>
        )}
        <ul>
          {rows.map((row) => (
            <GroupLine key={row.id} row={row} all={all} />
          ))}
        </ul>
        <More filter={filter} next={next} />
      </div>
    </div>
  )
}

async function SearchForm({ filter: { q, view } }: { filter: BrowseFilter }) {
  const t = await getTranslations("groups.browse")
  return (
    <form action="/groups/browse" className="flex w-full max-w-120 gap-2">
      {view === "all" && <input type="hidden" name="view" value="all" />}
      <Input
        type="search"
        name="q"
        defaultValue={q}
        aria-label={t("search")}
        placeholder={t("search")}
        maxLength={60}
        className="flex-1"
      />
      <Button type="submit" size="m">
        {t("find")}
      </Button>
    </form>
  )
}

function browseAddress({ q, view, after }: BrowseFilter): string {
  const query = new URLSearchParams()
  if (q) query.set("q", q)
  if (view === "all") query.set("view", "all")
  if (after) query.set("after", after)
  return `/groups/browse?${query}`
}

async function More({ filter, next }: { filter: BrowseFilter; next: string | null }) {
  const t = await getTranslations("groups.browse")
  return (
    <p className="flex gap-5 px-gutter pt-3 text-control">
      {filter.after && (
        <Link href={browseAddress({ ...filter, after: undefined })} className="link">
          {t("first")}
        </Link>
      )}
      {next && (
        <Link href={browseAddress({ ...filter, after: next })} className="link">
          {t("next")}
        </Link>
      )}
    </p>
  )
}

async function GroupLine({ row, all }: { row: BrowsedGroup; all: boolean }) {
  const [t, times] = await Promise.all([getTranslations("groups"), when()])
  const { kind, name, about, members, createdAt, lastAt, archivedAt } = row
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line-soft px-gutter py-2.5">
      <span className="grid size-8 shrink-0 place-items-center rounded-field bg-sunken text-ink-2">
        <Icon name={groupIcon[kind]} />
      </span>
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex flex-wrap items-baseline gap-x-2.5 text-ui">
          <span className="font-semibold">{name}</span>
          <span className="text-meta text-ink-3">
            {t("kindAndCount", { kind: t(`kind.${kind}`), count: members })}
          </span>
          {archivedAt && <span className="text-meta font-semibold">{t("archivedMark")}</span>}
        </p>
        {about && <p className="text-control text-pretty text-ink-2">{about}</p>}
        {all && (
          <p className="flex flex-wrap gap-x-3 text-meta text-ink-3">
            <span>{t("browse.created", { date: times.date(createdAt) })}</span>
            <span>{t("browse.active", { when: times.feed(lastAt) })}</span>
            <span>{t(`joinRule.${row.joinRule}`)}</span>
          </p>
        )}
      </div>
      <Door row={row} />
    </li>
  )
}

/** The way in, as far as there is one for the reader. */
async function Door({
  row: { id, name, joinRule, member, asked, archivedAt },
}: {
  row: BrowsedGroup
}) {
  const t = await getTranslations("groups.browse")
  if (member)
    return (
      <ButtonLink href={`/groups/${id}`} tone="quiet" aria-label={t("enterLabel", { name })}>
        {t("enter")}
      </ButtonLink>
    )
  if (archivedAt || joinRule === "invitation") return null
  if (asked) return <span className="text-control text-ink-3">{t("asked")}</span>
  if (joinRule === "open")
    return (
      <GroupAct act="join" fields={{ groupId: id }} label={t("joinLabel", { name })}>
        {t("join")}
      </GroupAct>
    )
  return (
    <AskToJoin
      groupId={id}
      words={{
        ask: t("ask"),
        label: t("askLabel", { name }),
        note: t("note"),
        send: t("send"),
      }}
    />
  )
}
