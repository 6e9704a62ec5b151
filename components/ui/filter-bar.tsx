import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { AddChip, FilterChip } from "@/components/ui/chip"
import { Toolbar } from "@/components/ui/page-head"
import { Popover } from "@/components/ui/popover"

export interface SetFilter {
  key: string
  field: string
  value: string
  /** The address of the list without it. */
  without: string
  removeLabel: string
}

/** Filters as chips, each with ×; what can be added is a plain GET form behind 筛选. */
export function FilterBar({
  id,
  action,
  set,
  words,
  kept = {},
  aside,
  children,
}: {
  id: string
  /** The list's path. */
  action: string
  set: readonly SetFilter[]
  words: { add: string; apply: string }
  /** What else the address says and the form doesn't ask for. */
  kept?: Readonly<Record<string, string | number | undefined>>
  /** At the right: other ways to look at the list. */
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <Toolbar aside={aside}>
      {set.map(({ key, ...chip }) => (
        <FilterChip key={key} {...chip} />
      ))}
      <AddChip icon="list-filter" popoverTarget={id}>
        {words.add}
      </AddChip>
      <Popover id={id} label={words.add} place="below-opener">
        <form action={action} className="grid max-h-[70dvh] w-56 gap-3 overflow-y-auto p-2">
          {Object.entries(kept).map(
            ([name, value]) =>
              value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
          )}
          {children}
          <Button type="submit" tone="primary" size="m" className="sticky bottom-0">
            {words.apply}
          </Button>
        </form>
      </Popover>
    </Toolbar>
  )
}
