import type { ReactNode } from "react"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { type Tone, toneText } from "@/components/ui/tone"

/** Names of the columns, over a list that has columns. `columns` is a grid template. */
export function ColumnHead({ columns, children }: { columns: string; children: ReactNode }) {
  return (
    <div
      className="grid h-7 items-center gap-x-3 px-gutter text-meta text-ink-3 max-md:hidden"
      style={{ gridTemplateColumns: columns }}
    >
      {children}
    </div>
  )
}

/** Opens and closes its rows by itself: a native disclosure. */
export function Group({
  icon,
  tone = "quiet",
  title,
  count,
  aside,
  open = true,
  children,
}: {
  icon?: IconName
  tone?: Tone
  title: ReactNode
  count?: ReactNode
  aside?: ReactNode
  open?: boolean
  children: ReactNode
}) {
  return (
    <details open={open} className="group">
      <summary className="flex h-9 items-center gap-2 border-b border-line px-gutter text-control hover:bg-hover">
        <Icon
          name="chevron-down"
          size={14}
          className="-ml-1 text-ink-3 not-group-open:-rotate-90"
        />
        <span
          className={cx(
            "flex items-center gap-1.5 font-semibold",
            icon ? toneText[tone] : "text-ink",
          )}
        >
          {icon && <Icon name={icon} size={14} />}
          {title}
        </span>
        <span className="text-ink-3">{count}</span>
        {aside && <span className="ml-auto text-meta text-ink-3">{aside}</span>}
      </summary>
      {children}
    </details>
  )
}

const heights = { row: "md:h-row", face: "md:h-row-face", two: "md:h-row-two" }

/**
 * One line of a list, a grid on wide screens and free below. The link inside that opens the
 * record carries `data-open`; `ListKeys` walks along those.
 */
export function ListRow({
  columns,
  height = "row",
  selected = false,
  className,
  children,
}: {
  columns: string
  height?: keyof typeof heights
  selected?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <div
      data-row
      className={cx(
        "relative items-center gap-x-3 border-b border-line-soft px-gutter hover:bg-hover has-[[data-open]:focus-visible]:outline-2 has-[[data-open]:focus-visible]:-outline-offset-2 has-[[data-open]:focus-visible]:outline-focus md:grid",
        heights[height],
        selected && "chosen",
        className,
      )}
      style={{ gridTemplateColumns: columns }}
    >
      {children}
    </div>
  )
}
