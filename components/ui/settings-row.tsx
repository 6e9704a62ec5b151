import type { ReactNode } from "react"
import { Checkbox } from "@/components/ui/checkbox"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"

/** 44 high: icon, name over place, when, what can be done. */
export function DeviceRow({
  icon,
  name,
  place,
  when,
  action,
  below = false,
}: {
  icon: IconName
  name: ReactNode
  place?: ReactNode
  when?: ReactNode
  action?: ReactNode
  /** On phones what can be done stands under the name: there is more than one thing. */
  below?: boolean
}) {
  return (
    <li className="grid min-h-11 grid-cols-[18px_1fr_auto] items-center gap-x-3.5 border-b border-line-soft py-0.5 md:grid-cols-[18px_1fr_160px_minmax(84px,auto)]">
      <Icon name={icon} size={18} className="text-ink-3" />
      <span className="min-w-0">
        <span className="block text-ui">{name}</span>
        <span className="block text-meta text-ink-3">{place}</span>
        <span className="block text-meta text-ink-2 md:hidden">{when}</span>
      </span>
      <span className="text-meta text-ink-2 max-md:hidden">{when}</span>
      <span
        className={cx(
          "flex justify-end",
          below && "max-md:col-span-2 max-md:col-start-2 max-md:pb-2",
        )}
      >
        {action}
      </span>
    </li>
  )
}

/** Heads of the columns of a `MatrixRow` list; the boxes stand 72 apart. */
export function MatrixHead({ columns }: { columns: string[] }) {
  return (
    <div className="sticky top-0 z-10 flex h-7 items-center border-b border-line-soft bg-surface text-meta text-ink-3">
      <span className="flex-1" />
      {columns.map((column) => (
        <span key={column} className="w-18 text-center max-md:w-14">
          {column}
        </span>
      ))}
    </div>
  )
}

export type MatrixCell = { name: string; label: string; checked: boolean; fixed?: boolean }

/** A company rule is a greyed tick plus words (`note`), never a missing box. */
export function MatrixRow({
  title,
  note,
  cells,
}: {
  title: ReactNode
  note?: ReactNode
  cells: MatrixCell[]
}) {
  return (
    <div className="flex min-h-8 items-center border-b border-line-soft text-control max-md:min-h-11">
      <span className="min-w-0 flex-1 py-1">
        {title}
        {note && <span className="ml-2 text-meta text-ink-3">{note}</span>}
      </span>
      {cells.map((cell) => (
        <span key={cell.name} className="grid w-18 place-items-center max-md:w-14">
          <Checkbox
            name={cell.name}
            aria-label={cell.label}
            defaultChecked={cell.checked}
            disabled={cell.fixed}
          />
        </span>
      ))}
    </div>
  )
}
