import { getTranslations } from "next-intl/server"
import { HandleButtons } from "@/components/inbox/handle-buttons"
import { sentenceOf } from "@/components/inbox/sentences"
import { iconOf } from "@/components/shell/kind-icon"
import { isState, stateLook } from "@/components/shell/state-look"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import type { InboxBundle, InboxState } from "@/lib/notifications/queries"

/** One record: its title, who did what, and how often. Unread ones stand at 600. */
export async function BundleRow({ bundle, state }: { bundle: InboxBundle; state: InboxState }) {
  const [t, states, times] = await Promise.all([
    getTranslations("notifications"),
    getTranslations("states"),
    when(),
  ])
  const unread = bundle.unread > 0
  const code = bundle.record.state && isState(bundle.record.state) ? bundle.record.state : null
  const sentences = await Promise.all(bundle.items.map(sentenceOf))
  return (
    <div
      data-row
      data-bundle={bundle.id}
      className="group/bundle relative grid grid-cols-[16px_minmax(0,1fr)_auto_auto] md:grid-cols-[16px_minmax(0,1fr)_auto_64px] gap-x-3 border-b border-line-soft px-gutter py-2.25 hover:bg-hover has-[[data-open]:focus-visible]:chosen"
    >
      <Icon name={iconOf(bundle.icon)} className="mt-0.5 text-ink-3" />
      <div className="min-w-0">
        <Link
          href={bundle.href}
          data-open
          className={`block text-ui after:absolute after:inset-0 focus-visible:outline-none md:truncate ${unread ? "font-semibold" : ""}`}
        >
          {bundle.title}
        </Link>
        <p className="truncate text-meta text-ink-2">
          {bundle.items[0] && (
            <>
              <span className="one-word mr-1 text-ink">{bundle.items[0].name ?? t("system")}</span>
              {sentences[0]}
            </>
          )}
        </p>
        {bundle.items.length > 1 && (
          <ul className="mt-1.5 space-y-1 border-l border-line pl-3 text-control text-ink-2 max-md:hidden">
            {bundle.items.slice(1, 4).map((item, at) => (
              <li key={item.id} className="truncate">
                <span className="one-word mr-1 text-ink">{item.name ?? t("system")}</span>
                {sentences[at + 1]}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="flex items-start gap-2">
        {code && (
          <span className="max-md:hidden">
            <StateChip {...stateLook[code]}>{states(code)}</StateChip>
          </span>
        )}
        {bundle.unread > 1 && (
          <span className="text-meta font-semibold">{t("times", { count: bundle.unread })}</span>
        )}
        <HandleButtons
          id={bundle.id}
          state={state}
          words={{
            done: t("markDone"),
            later: t("later"),
            open: t("open"),
            unread: t("markUnread"),
          }}
        />
      </div>
      <time dateTime={bundle.lastAt.toISOString()} className="text-right text-meta text-ink-3">
        {times.feed(bundle.lastAt)}
      </time>
    </div>
  )
}
