import { getTranslations } from "next-intl/server"
import { BulkBar } from "@/components/inbox/bulk-bar"
import { BundleRow } from "@/components/inbox/bundle-row"
import { HandleAll, type HandleWords } from "@/components/inbox/handle-buttons"
import { inboxAddress } from "@/components/inbox/inbox-address"
import { InboxFilters } from "@/components/inbox/inbox-filters"
import { InboxKeys } from "@/components/inbox/inbox-keys"
import { openBundle } from "@/components/inbox/open-bundle"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { KeyFooter } from "@/components/ui/key-footer"
import { Group } from "@/components/ui/list"
import { ListKeys } from "@/components/ui/list-keys"
import { PageHead } from "@/components/ui/page-head"
import { Beside } from "@/components/ui/record-pane"
import type { InboxFilter } from "@/lib/notifications/inputs"
import { type InboxBundle, listInbox, pageSize } from "@/lib/notifications/queries"
import type { PersonActor } from "@/lib/platform/actor"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"

/** 通知: one row per record, what needs this person first; the one that is open stands beside. */
export async function Inbox({ actor, filter }: { actor: PersonActor; filter: InboxFilter }) {
  const after = decodeCursor(filter.after)
  const buttons = await handleWords()
  const [words, needs, others, pane] = await Promise.all([
    liveWords(),
    after ? { bundles: [], next: null } : listInbox(actor, filter.state, true, null, filter),
    listInbox(actor, filter.state, false, after, filter),
    openBundle(actor, filter.open, inboxAddress({ ...filter, open: undefined }), buttons),
  ])
  const part = { filter, words: buttons }
  return (
    <LiveRegion topics={[`person:${actor.personId}`]} words={words}>
      <Beside
        list={
          <div className="group/choosing flex min-h-0 flex-1 flex-col [counter-reset:chosen] [&_[data-choose]:checked]:[counter-increment:chosen]">
            <Head
              actor={actor}
              filter={filter}
              count={needs.bundles.length + others.bundles.length}
            />
            <div className="min-h-0 flex-1 overflow-y-auto pb-8">
              <Part needsYou bundles={needs.bundles} {...part} />
              <Part bundles={others.bundles} {...part} />
              {others.next && <More filter={filter} next={encodeCursor(others.next)} />}
            </div>
            <Chosen filter={filter} words={buttons} />
            <Keys />
          </div>
        }
      >
        {pane}
      </Beside>
    </LiveRegion>
  )
}

async function handleWords(): Promise<HandleWords> {
  const t = await getTranslations("notifications")
  return { done: t("markDone"), later: t("later"), open: t("open"), unread: t("markUnread") }
}

async function Head({
  actor,
  filter,
  count,
}: {
  actor: PersonActor
  filter: InboxFilter
  count: number
}) {
  const t = await getTranslations("notifications")
  const states = ["open", "later", "done"] as const
  const { kind, unread } = filter
  return (
    <>
      <PageHead
        title={t("title")}
        tabsLabel={t("views")}
        tabs={states.map((state) => ({
          href: inboxAddress({ state, kind, unread }),
          label: t(state),
          current: state === filter.state,
          ...(state === filter.state && count > 0 && { count: countOf(count) }),
        }))}
      >
        {filter.state === "open" && count > 0 && (
          <HandleAll label={t("allDone")} {...{ kind, unread }} />
        )}
      </PageHead>
      <InboxFilters actor={actor} filter={filter} />
      {count === 0 && <NoBundles filter={filter} />}
    </>
  )
}

async function More({ filter, next }: { filter: InboxFilter; next: string }) {
  const t = await getTranslations("notifications")
  return (
    <div className="px-gutter pt-4">
      <ButtonLink href={inboxAddress({ ...filter, open: undefined, after: next })}>
        {t("more")}
      </ButtonLink>
    </div>
  )
}

const countOf = (count: number) => (count >= pageSize ? `${pageSize}+` : count)

async function Part({
  needsYou = false,
  bundles,
  filter,
  words,
}: {
  needsYou?: boolean
  bundles: InboxBundle[]
  filter: InboxFilter
  words: HandleWords
}) {
  const t = await getTranslations("notifications")
  if (bundles.length === 0) return null
  return (
    <Group title={t(needsYou ? "needsYou" : "fyi")} count={countOf(bundles.length)}>
      {bundles.map((bundle) => (
        <BundleRow
          key={bundle.id}
          bundle={bundle}
          state={filter.state}
          address={inboxAddress({ ...filter, open: bundle.id })}
          open={bundle.id === filter.open}
          words={words}
        />
      ))}
    </Group>
  )
}

async function NoBundles({ filter: { state, kind, unread } }: { filter: InboxFilter }) {
  const t = await getTranslations("notifications")
  if (kind || unread) return <Empty title={t("filter.none")} />
  if (state === "later") return <Empty title={t("emptyLater")} />
  if (state === "done") return <Empty title={t("emptyDone")} />
  return <Empty title={t("emptyOpen")}>{t("emptyOpenHint")}</Empty>
}

async function Chosen({ filter, words }: { filter: InboxFilter; words: HandleWords }) {
  const t = await getTranslations("notifications")
  const more = { label: t("handleChosen"), chosen: t("chosen"), clear: t("clearChosen") }
  return <BulkBar state={filter.state} words={{ ...words, ...more }} />
}

async function Keys() {
  const [t, keys] = await Promise.all([
    getTranslations("notifications"),
    getTranslations("tasks.keys"),
  ])
  return (
    <>
      <ListKeys group={t("title")} down={keys("down")} up={keys("up")} />
      <InboxKeys
        group={t("title")}
        choose={t("chooseRow")}
        done={t("markDone")}
        later={t("later")}
        unread={t("markUnread")}
        reply={t("reply")}
      />
      <KeyFooter
        keys={[
          { keys: ["J", "K"], word: keys("move") },
          { keys: ["↵"], word: keys("open") },
          { keys: ["D"], word: t("markDone") },
          { keys: ["H"], word: t("later") },
          { keys: ["R"], word: t("reply") },
          { keys: ["U"], word: t("markUnread") },
        ]}
      >
        {t("keepsNote")}
      </KeyFooter>
    </>
  )
}
