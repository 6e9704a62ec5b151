import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { Link } from "@/components/ui/link"

const box = "flex max-w-130 items-start gap-2.5 rounded-field border border-line px-3 py-2.25"

/** A record that a text refers to. */
export function Card({
  href,
  icon,
  title,
  meta,
  state,
}: {
  href: string
  icon: IconName
  title: ReactNode
  meta?: ReactNode
  state?: ReactNode
}) {
  return (
    <Link href={href} className={`${box} hover:bg-hover`}>
      <Icon name={icon} className="mt-0.5 text-ink-3" />
      <span className="min-w-0 flex-1">
        <span className="block text-control font-semibold">{title}</span>
        {meta && <span className="block text-meta text-ink-3">{meta}</span>}
      </span>
      {state}
    </Link>
  )
}

/** The same card for somebody who may not see the record. */
export function LockedCard({ children }: { children: ReactNode }) {
  return (
    <p className={`${box} items-center text-control text-ink-3`}>
      <Icon name="lock" />
      {children}
    </p>
  )
}
