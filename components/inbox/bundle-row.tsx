import { getLocale, getTranslations } from "next-intl/server"
import { HandleButtons, type HandleWords } from "@/components/inbox/handle-buttons"
import { screenOf } from "@/components/inbox/record-screens"
import { chosenForm } from "@/components/shell/chosen-form"
import { iconOf } from "@/components/shell/kind-icon"
import { isState, stateLook } from "@/components/shell/state-look"
import { Checkbox } from "@/components/ui/checkbox"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import type { InboxItem } from "@/lib/notifications/items"
import type { InboxBundle, InboxState } from "@/lib/notifications/queries"
import { enumerated } from "@/lib/platform/enumerated"

/** One record: its title, who did what, and how often. Unread ones stand at 600. */
export async function BundleRow({
  bundle,
  state,
  address,
  open,
  words,
}: {
  bundle: InboxBundle
  state: InboxState
  /** Opens it beside the list. */
  address: string
  open: boolean
  words: HandleWords
}) {
  const [t, times, title] = await Promise.all([
    getTranslations("notifications"),
    when(),
    screenOf(bundle.kind)?.title?.() ?? bundle.title,
  ])
  return (
    <div
      data-row
      data-bundle={bundle.id}
      className={cx(
        "group/bundle relative border-b border-line-soft px-gutter py-2.25 has-[[data-open]:focus-visible]:chosen",
        open ? "chosen" : "hover:bg-hover",
      )}
    >
      <div className="grid grid-cols-[16px_minmax(0,1fr)_auto_auto] gap-x-3 max-md:gap-x-2 md:grid-cols-[14px_16px_minmax(0,1fr)_auto_64px]">
        <Checkbox
          form={chosenForm}
          name="bundles[]"
          value={bundle.id}
          data-choose
          aria-label={t("choose", { title })}
          className="z-1 mt-0.75 max-md:hidden"
        />
        <Icon name={iconOf(bundle.icon)} className="mt-0.5 text-ink-3" />
        <div className="min-w-0">
          <Link
            href={screenOf(bundle.kind)?.pane ? address : bundle.href}
            data-open
            aria-current={open ? "true" : undefined}
            className={cx(
              "block text-ui after:absolute after:inset-0 focus-visible:outline-none md:truncate",
              bundle.unread > 0 && "font-semibold",
            )}
          >
            {title}
          </Link>
          <Newest bundle={bundle} summed={open} />
        </div>
        <div className="flex items-start gap-2">
          <State code={bundle.record.state} />
          {bundle.unread > 1 && (
            <span className="text-meta leading-5 font-semibold">
              {t("times", { count: bundle.unread })}
            </span>
          )}
          <HandleButtons id={bundle.id} state={state} words={words} />
        </div>
        <time
          dateTime={bundle.lastAt.toISOString()}
          className="min-w-14 text-right text-meta leading-5 text-ink-3"
        >
          {times.feed(bundle.lastAt)}
        </time>
      </div>
      {open && bundle.items.length > 1 && <Items bundle={bundle} />}
    </div>
  )
}

async function State({ code }: { code: string | undefined }) {
  const states = await getTranslations("states")
  if (!code || !isState(code)) return null
  return (
    <span className="max-md:hidden">
      <StateChip {...stateLook[code]}>{states(code)}</StateChip>
    </span>
  )
}

/** What was said last; over the whole list of it, who took part. */
async function Newest({ bundle, summed }: { bundle: InboxBundle; summed: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("notifications"), getLocale()])
  const [newest] = bundle.items
  if (!newest) return null
  const names = enumerated(new Set(bundle.items.map((item) => item.name ?? t("system"))), locale)
  return (
    <p className="text-meta text-ink-2 md:truncate">
      {summed && bundle.items.length > 1 ? (
        t("updates", { names, count: Math.max(bundle.unread, bundle.items.length) })
      ) : (
        <Said kind={bundle.kind} item={newest} />
      )}
    </p>
  )
}

async function Said({ kind, item }: { kind: string; item: InboxItem }) {
  const t = await getTranslations("notifications")
  return (
    <>
      {item.standsFor && (
        <span className="one-word mr-1.5 rounded-label bg-support-wash px-1 text-support">
          {t("standsFor", { name: item.standsFor })}
        </span>
      )}
      <span className="one-word mr-1 text-ink in-[ul]:font-semibold">
        {item.name ?? t("system")}
      </span>
      {await screenOf(kind)?.sentence(item)}
    </>
  )
}

async function Items({ bundle }: { bundle: InboxBundle }) {
  const times = await when()
  return (
    <ul className="mt-1 ml-13.5 border-l border-line pl-3 text-control text-ink-2 max-md:hidden">
      {bundle.items.map((item) => (
        <li key={item.id} className="flex h-6 items-center gap-3">
          <span className="min-w-0 flex-1 truncate">
            <Said kind={bundle.kind} item={item} />
          </span>
          <time dateTime={item.at.toISOString()} className="text-meta text-ink-3">
            {times.feed(item.at)}
          </time>
        </li>
      ))}
    </ul>
  )
}
