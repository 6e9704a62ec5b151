import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"

/** Leads to the inbox; says how many wait. */
export function Bell({ href, label, count = 0 }: { href: string; label: string; count?: number }) {
  const name = count > 0 ? `${label} ${count}` : label
  return (
    <Link
      data-here
      href={href}
      aria-label={name}
      title={name}
      className="relative grid size-button place-items-center rounded-field text-ink-2 hover:bg-hover aria-[current]:bg-selected aria-[current]:text-ink"
    >
      <Icon name="bell" className="max-md:icon-22" />
      {count > 0 && (
        <span className="absolute top-0 right-0 grid h-3.75 min-w-3.75 translate-x-1/4 place-items-center rounded-full bg-cinnabar px-1 text-[10px] leading-none font-semibold text-on-cinnabar max-md:top-1.5 max-md:right-1.5">
          {count > 99 ? "99+" : count}
        </span>
      )}
    </Link>
  )
}
