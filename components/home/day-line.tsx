import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { Link } from "@/components/ui/link"

/** One line that leads on: of what kind, to what, and since when. */
export function DayLine({
  icon,
  label,
  href,
  name,
  children,
}: {
  icon: IconName
  label: string
  href: string
  name: string
  children?: ReactNode
}) {
  return (
    <div className="relative grid h-9 grid-cols-[120px_minmax(0,1fr)_112px] items-center gap-x-4 border-b border-line-soft hover:bg-hover max-md:flex max-md:h-auto max-md:flex-wrap max-md:gap-y-1 max-md:py-2.5">
      <span className="flex items-center gap-1.5 text-meta text-ink-2">
        <Icon name={icon} size={14} className="text-ink-3" />
        {label}
      </span>
      <Link
        href={href}
        className="truncate text-ui after:absolute after:inset-0 max-md:order-first max-md:w-full"
      >
        {name}
      </Link>
      <span className="text-right text-meta text-ink-3 max-md:ml-auto">{children}</span>
    </div>
  )
}
