import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { Link } from "@/components/ui/link"

/** The paper column of sections (200); a row of tabs on phones. */
export function SideNav({
  title,
  label,
  items,
  foot,
}: {
  title: ReactNode
  label: string
  items: { href: string; label: ReactNode; icon?: IconName; current?: boolean }[]
  foot?: ReactNode
}) {
  return (
    <div className="flex shrink-0 flex-col border-line bg-paper max-md:border-b md:w-50 md:border-r">
      <p className="px-4 pt-3.5 pb-3 text-panel max-md:hidden">{title}</p>
      <nav aria-label={label} className="flex min-h-0 flex-1 overflow-auto max-md:px-2 md:flex-col">
        {items.map((item) => (
          <Link
            key={item.href}
            href={item.href}
            aria-current={item.current ? "page" : undefined}
            className="flex h-8 shrink-0 items-center gap-2.5 border-y border-transparent px-3.5 text-ui text-ink-2 hover:bg-hover max-md:h-11 aria-[current]:[scroll-initial-target:nearest] aria-[current]:border-line aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-ink md:aria-[current]:shadow-[inset_2px_0_0_var(--accent)]"
          >
            {item.icon && <Icon name={item.icon} />}
            {item.label}
          </Link>
        ))}
      </nav>
      {foot && <div className="border-t border-line p-1.5 max-md:hidden">{foot}</div>}
    </div>
  )
}
