import type { ReactNode } from "react"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"

export interface TreeLine {
  key: string | number
  href: string
  label: ReactNode
  count?: ReactNode
  depth: number
  parent: boolean
  current: boolean
}

/** A paper column of things that stand under one another; a box over the content on phones. */
export function TreeColumn({
  title,
  label,
  lines,
  foot,
  narrow = false,
}: {
  title: ReactNode
  label: string
  lines: readonly TreeLine[]
  foot?: ReactNode
  /** Beside a matrix, which needs the room. */
  narrow?: boolean
}) {
  const flat = !lines.some(({ parent }) => parent)
  return (
    <div
      className={cx(
        "flex min-h-0 w-full shrink-0 flex-col border-line bg-paper max-md:max-h-60 max-md:overflow-y-auto max-md:border-b md:h-full md:overflow-y-auto md:border-r",
        narrow ? "md:w-45 xl:w-50" : "md:w-52 xl:w-62",
      )}
    >
      <p className="flex h-13 shrink-0 items-center px-4 text-panel max-md:h-10">{title}</p>
      <nav aria-label={label} className="border-t border-line">
        <ul>
          {lines.map((line) => (
            <li key={line.key}>
              <TreeLink line={line} flat={flat} />
            </li>
          ))}
        </ul>
      </nav>
      {foot && <div className="border-t border-line px-4 py-3">{foot}</div>}
    </div>
  )
}

function TreeLink({ line, flat }: { line: TreeLine; flat: boolean }) {
  return (
    <Link
      href={line.href}
      aria-current={line.current ? "true" : undefined}
      className="-mt-px flex h-8 items-center gap-1.5 border-y border-transparent pr-4 text-ui text-ink-2 hover:bg-hover max-md:h-11 aria-[current]:[scroll-initial-target:nearest] aria-[current]:border-line aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:shadow-[inset_2px_0_0_var(--accent)]"
      style={{ paddingLeft: (flat ? 16 : 12) + line.depth * 18 }}
    >
      {!flat && (
        <Icon
          name="chevron-down"
          size={14}
          className={cx("text-ink-3", !line.parent && "invisible")}
        />
      )}
      <span className="truncate">{line.label}</span>
      <span className="ml-auto pl-2 text-meta font-normal text-ink-3">{line.count}</span>
    </Link>
  )
}
