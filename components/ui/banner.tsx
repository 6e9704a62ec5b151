import type { ReactNode } from "react"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"

const looks = {
  support: ["bg-support-wash", "text-support", "shield-alert"],
  cinnabar: ["bg-cinnabar-wash", "text-cinnabar-ink", "state-late"],
  accent: ["bg-accent-wash", "text-accent-ink", "info"],
  done: ["bg-done-wash", "text-done", "state-done"],
} satisfies Record<string, [string, string, IconName]>

/** One sentence over what it is about; `live` when it appears while somebody looks. */
export function Banner({
  tone = "support",
  icon,
  live = false,
  action,
  className,
  children,
}: {
  tone?: keyof typeof looks
  icon?: IconName
  live?: boolean
  action?: ReactNode
  className?: string
  children: ReactNode
}) {
  const [wash, colour, own] = looks[tone]
  return (
    <div
      role={live ? "status" : undefined}
      className={cx(
        "flex items-start gap-2 rounded-field px-3 py-2 text-control text-ink-2",
        wash,
        className,
      )}
    >
      <Icon name={icon ?? own} size={14} className={`mt-[3px] ${colour}`} />
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  )
}
