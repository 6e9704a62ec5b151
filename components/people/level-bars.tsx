"use client"

import { levelOrder, type MatrixWords } from "@/components/people/level-matrix-data"
import { Button } from "@/components/ui/button"
import { cx } from "@/components/ui/cx"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"
import { Input } from "@/components/ui/input"
import type { Level } from "@/lib/platform/actor"

/** 全部设为, over the save bar as long as somebody is selected. */
export function BulkBar({
  count,
  all,
  words,
  onSet,
  onClear,
}: {
  count: number
  /** The level that all of them would have. */
  all: Level | null
  words: MatrixWords
  onSet: (level: Level) => void
  onClear: () => void
}) {
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-gutter py-1.5 text-control">
      <span className="font-semibold">{filled(words.chosen, { count })}</span>
      <span id="set-all" className="text-ink-2">
        {words.setAll}
      </span>
      <fieldset
        aria-labelledby="set-all"
        className="inline-flex h-button rounded-field border border-line bg-paper"
      >
        {levelOrder.map((level) => (
          <button
            key={level}
            type="button"
            aria-pressed={all === level}
            onClick={() => onSet(level)}
            className={cx(
              "-my-px rounded-field border px-3 first:-ml-px last:-mr-px hover:text-ink",
              all === level
                ? "border-line bg-surface font-semibold text-ink"
                : "border-transparent text-ink-2",
            )}
          >
            {words.levels[level]}
          </button>
        ))}
      </fieldset>
      <Button tone="quiet" className="ml-auto" onClick={onClear}>
        {words.clear}
      </Button>
    </div>
  )
}

/** How many changes wait, what they will cause, why, and the one primary button. */
export function SaveBar({
  count,
  effect,
  words,
  sending,
  onCancel,
}: {
  count: number
  effect: string
  words: MatrixWords
  sending: boolean
  onCancel: () => void
}) {
  return (
    <div
      className={cx(
        "flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-gutter py-2",
        // Without a script nobody counts: then it is always there.
        count === 0 && "[@media(scripting:enabled)]:hidden",
      )}
    >
      <p role="status" className="flex min-w-60 flex-1 gap-2 text-control text-ink-2">
        {count > 0 && (
          <>
            <Icon name="eye" size={16} className="mt-0.5 text-ink-3" />
            <span>
              <b className="text-ink">{filled(words.unsaved, { count })}</b>
              {effect}
            </span>
          </>
        )}
      </p>
      <Input
        name="reason"
        maxLength={200}
        aria-label={words.reason}
        placeholder={`${words.reason} · ${words.reasonHint}`}
        className="max-w-60 max-md:max-w-none"
      />
      <Button tone="quiet" size="m" className="needs-script ml-auto" onClick={onCancel}>
        {words.cancel}
      </Button>
      <Button type="submit" tone="primary" size="m" disabled={sending}>
        {words.save}
      </Button>
    </div>
  )
}
