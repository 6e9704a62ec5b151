"use client"

import type { KeyboardEvent } from "react"
import type { ChecklistWords } from "@/components/tasks/checklist-body"
import { cx } from "@/components/ui/cx"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"
import { IconButton } from "@/components/ui/icon-button"
import { tickCheckAction } from "@/lib/tasks/checklist-actions"

export interface Check {
  id: number
  body: string
  done: boolean
}

const sent = async (form: FormData) => {
  await tickCheckAction(form)
}

/** One step. Its box is a button of a form, so that it ticks before the script has arrived. */
export function CheckRow({
  taskId,
  check: { id, body, done },
  may,
  words,
  onTick,
  onRemove,
  onStep,
  onLift,
  onDrop,
}: {
  taskId: number
  check: Check
  may: boolean
  words: ChecklistWords
  onTick: (done: boolean) => void
  onRemove: () => void
  onStep: (by: number) => void
  onLift: () => void
  onDrop: () => void
}) {
  return (
    <li
      className="group/check flex min-h-7.5 items-start rounded-chip px-1.5 text-prose hover:bg-hover focus-within:bg-hover max-md:min-h-11 max-md:items-center"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        onDrop()
      }}
    >
      <form action={sent} className="flex min-w-0 flex-1">
        <input type="hidden" name="id" value={taskId} />
        <input type="hidden" name="check" value={id} />
        <input type="hidden" name="done" value={String(!done)} />
        {/* biome-ignore lint/a11y/useSemanticElements: it submits where there is no script */}
        <button
          role="checkbox"
          type="submit"
          aria-checked={done}
          disabled={!may}
          className="flex min-w-0 flex-1 items-start gap-2.5 py-1 text-left max-md:min-h-11 max-md:items-center"
          onClick={(event) => {
            event.preventDefault()
            onTick(!done)
          }}
        >
          <span
            className={cx(
              "mt-1 grid size-3.5 shrink-0 place-items-center rounded-label border max-md:mt-0",
              done ? "border-accent bg-accent text-on-accent" : "border-line-field bg-surface",
            )}
          >
            {done && <Icon name="check" size={12} className="[stroke-width:3]" />}
          </span>
          <span className={cx("min-w-0 break-words", done && "text-ink-3")}>{body}</span>
        </button>
      </form>
      {may && <CheckTools {...{ body, words, onRemove, onStep, onLift }} />}
    </li>
  )
}

/** A handle that is dragged, or moved with ↑ and ↓; and ×. */
function CheckTools({
  body,
  words,
  onRemove,
  onStep,
  onLift,
}: {
  body: string
  words: ChecklistWords
  onRemove: () => void
  onStep: (by: number) => void
  onLift: () => void
}) {
  const byKey = (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    onStep(by)
  }
  return (
    <span className="needs-script flex shrink-0 opacity-0 group-focus-within/check:opacity-100 group-hover/check:opacity-100 max-md:opacity-100">
      <IconButton
        icon="grip-vertical"
        label={filled(words.move, { name: body })}
        className="size-7 cursor-grab max-md:size-11"
        draggable
        onDragStart={onLift}
        onKeyDown={byKey}
      />
      <IconButton
        icon="x"
        label={filled(words.remove, { name: body })}
        className="size-7 max-md:size-11"
        onClick={onRemove}
      />
    </span>
  )
}
