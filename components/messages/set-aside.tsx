import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { Link } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"

/** 收藏 and 定时发送: what somebody has put aside for themselves, two views under one head. */
export async function SetAside({
  view,
  children,
}: {
  view: "kept" | "scheduled"
  children: ReactNode
}) {
  const t = await getTranslations("messages.setAside")
  const tab = (name: "kept" | "scheduled") => ({
    href: `/groups/${name}`,
    label: t(name),
    current: name === view,
  })
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <PageHead title={t("views")} tabsLabel={t("views")} tabs={[tab("kept"), tab("scheduled")]} />
      <div className="min-h-0 flex-1 overflow-y-auto pb-8">{children}</div>
    </div>
  )
}

/** Where it stands and when, what it says, and one button at the right. */
export function SetAsideRow({
  href,
  place,
  when,
  note,
  button,
  children,
}: {
  /** Null where it leads nowhere any more. */
  href: string | null
  place: string
  when: { at: Date; word: string }
  note?: ReactNode
  button: ReactNode
  children: ReactNode
}) {
  return (
    <li className="relative flex flex-wrap gap-x-4 gap-y-2 border-b border-line-soft px-gutter py-3 hover:bg-hover">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-baseline gap-x-2.5 text-meta text-ink-3">
          {href === null ? (
            <span className="text-ui font-semibold text-ink">{place}</span>
          ) : (
            <Link
              href={href}
              className="text-ui font-semibold text-ink after:absolute after:inset-0"
            >
              {place}
            </Link>
          )}
          <time dateTime={when.at.toISOString()}>{when.word}</time>
        </p>
        <div className="mt-0.5 max-w-160 text-ui text-pretty text-ink-2">{children}</div>
        {note}
      </div>
      {button}
    </li>
  )
}
