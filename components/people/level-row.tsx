"use client"

import {
  levelOrder,
  type MatrixWords,
  type LevelRow as Row,
} from "@/components/people/level-matrix-data"
import { Checkbox } from "@/components/ui/checkbox"
import { cx } from "@/components/ui/cx"
import { Face } from "@/components/ui/face"
import { filled } from "@/components/ui/filled"
import type { Level } from "@/lib/platform/actor"

export const matrixColumns =
  "md:grid md:grid-cols-[14px_24px_minmax(0,1fr)_repeat(3,62px)_88px] md:gap-x-3 xl:grid-cols-[14px_24px_76px_minmax(0,1fr)_repeat(3,84px)_108px]"

/** One person: three cells, each a target as a whole; arrow keys move within the row. */
export function LevelRow({
  row,
  level,
  chosen,
  words,
  onLevel,
  onChoose,
}: {
  row: Row
  level: Level
  chosen: boolean
  words: MatrixWords
  onLevel: (level: Level) => void
  onChoose: (chosen: boolean) => void
}) {
  const unsaved = level !== row.level
  return (
    <div
      className={cx(
        "relative items-center border-b border-line-soft px-gutter max-md:flex max-md:flex-wrap max-md:gap-x-3 max-md:py-2 md:h-9.5",
        matrixColumns,
        unsaved && "shadow-[inset_2px_0_0_var(--support)]",
      )}
    >
      <Checkbox
        aria-label={filled(words.choose, { name: row.name })}
        checked={chosen}
        disabled={row.own}
        className="needs-script"
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <Face person={row} size={24} />
      <span className={cx("one-word truncate text-ui", unsaved && "font-semibold")}>
        {row.name}
      </span>
      <span className="min-w-0 truncate text-meta text-ink-2 md:max-xl:hidden">{row.post}</span>
      {!row.own && <input type="hidden" name={`was.${row.id}`} value={row.level} />}
      <div
        role="radiogroup"
        aria-label={filled(words.levelOf, { name: row.name })}
        className="max-md:order-last max-md:flex max-md:w-full md:contents"
      >
        {levelOrder.map((each) => (
          <label
            key={each}
            className="flex items-center justify-center gap-2 max-md:h-11 max-md:flex-1 max-md:text-control md:h-full md:self-stretch"
          >
            <input
              type="radio"
              name={`level.${row.id}`}
              value={each}
              checked={level === each}
              disabled={row.own}
              onChange={() => onLevel(each)}
              className="size-4 shrink-0 appearance-none rounded-full border border-line-field bg-surface checked:border-5 checked:border-accent disabled:border-line disabled:bg-sunken disabled:checked:border-5 disabled:checked:border-ink-4"
            />
            <span className="md:sr-only">{words.levels[each]}</span>
          </label>
        ))}
      </div>
      <span
        className={cx(
          "one-word text-right text-meta max-md:ml-auto",
          unsaved ? "font-semibold text-support" : "text-ink-2",
        )}
      >
        {unsaved ? filled(words.was, { level: words.levels[row.level] }) : row.when}
      </span>
    </div>
  )
}
