import { getTranslations } from "next-intl/server"
import { BundleRow } from "@/components/inbox/bundle-row"
import { HandleAll } from "@/components/inbox/handle-buttons"
import { InboxKeys } from "@/components/inbox/inbox-keys"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { KeyFooter } from "@/components/ui/key-footer"
import { Group } from "@/components/ui/list"
import { ListKeys } from "@/components/ui/list-keys"
import { PageHead } from "@/components/ui/page-head"
import { type InboxBundle, type InboxState, listInbox, pageSize } from "@/lib/notifications/queries"
import type { PersonActor } from "@/lib/platform/actor"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"

type Filter = { state: InboxState; after?: string | undefined }

/** 通知: one row per record, what needs this person first. */
export async function Inbox({ actor, filter }: { actor: PersonActor; filter: Filter }) {
  const after = decodeCursor(filter.after)
  const [t, words, needs, others] = await Promise.all([
    getTranslations("notifications"),
    liveWords(),
    after ? { bundles: [], next: null } : listInbox(actor, filter.state, true),
    listInbox(actor, filter.state, false, after),
  ])
  const states = ["open", "later", "done"] as const
  const empty = needs.bundles.length + others.bundles.length === 0
  return (
    <LiveRegion topics={[`person:${actor.personId}`]} words={words}>
      <PageHead
        title={t("title")}
        tabsLabel={t("views")}
        tabs={states.map((state) => ({
          href: state === "open" ? "/inbox" : `/inbox?state=${state}`,
          label: t(state),
          current: state === filter.state,
          ...(state === filter.state &&
            !empty && { count: countOf(needs.bundles.length + others.bundles.length) }),
        }))}
      >
        {filter.state === "open" && !empty && <HandleAll label={t("allDone")} />}
      </PageHead>
      <div className="min-h-0 flex-1 overflow-y-auto pb-8">
        {empty && <NoBundles state={filter.state} />}
        <Part title={t("needsYou")} bundles={needs.bundles} state={filter.state} />
        <Part title={t("fyi")} bundles={others.bundles} state={filter.state} />
        {others.next && (
          <div className="px-gutter pt-4">
            <ButtonLink
              href={`/inbox?${new URLSearchParams({ state: filter.state, after: encodeCursor(others.next) })}`}
            >
              {t("more")}
            </ButtonLink>
          </div>
        )}
      </div>
      <Keys />
    </LiveRegion>
  )
}

const countOf = (count: number) => (count >= pageSize ? `${pageSize}+` : count)

function Part({
  title,
  bundles,
  state,
}: {
  title: string
  bundles: InboxBundle[]
  state: InboxState
}) {
  if (bundles.length === 0) return null
  return (
    <Group title={title} count={countOf(bundles.length)}>
      {bundles.map((bundle) => (
        <BundleRow key={bundle.id} bundle={bundle} state={state} />
      ))}
    </Group>
  )
}

async function NoBundles({ state }: { state: InboxState }) {
  const t = await getTranslations("notifications")
  if (state === "later") return <Empty title={t("emptyLater")} />
  if (state === "done") return <Empty title={t("emptyDone")} />
  return <Empty title={t("emptyOpen")}>{t("emptyOpenHint")}</Empty>
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
        done={t("markDone")}
        later={t("later")}
        unread={t("markUnread")}
      />
      <KeyFooter
        keys={[
          { keys: ["J", "K"], word: keys("move") },
          { keys: ["↵"], word: keys("open") },
          { keys: ["D"], word: t("markDone") },
          { keys: ["H"], word: t("later") },
          { keys: ["U"], word: t("markUnread") },
        ]}
      >
        {t("keepsNote")}
      </KeyFooter>
    </>
  )
}
