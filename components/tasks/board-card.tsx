"use client"

import type { BoardCard, BoardWords } from "@/components/tasks/board-lanes"
import type { Move } from "@/components/tasks/use-board"
import { cx } from "@/components/ui/cx"
import { Faces } from "@/components/ui/face"
import { Link } from "@/components/ui/link"
import { PriorityBars } from "@/components/ui/priority-bars"
import { Progress } from "@/components/ui/progress"
import type { Tone } from "@/components/ui/tone"

/** A task on the board. Its place stays as a ghost while it is carried. */
export function BoardCardView({
  card,
  tone,
  words,
  move,
}: {
  card: BoardCard
  tone: Tone
  words: BoardWords
  move: Move
}) {
  const lifted = move.card?.id === card.id
  const done = card.state === "done"
  return (
    <li
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move"
        event.dataTransfer.setData("text/plain", card.name)
        move.lift(card)
      }}
      onDragEnd={move.cancel}
      className={cx(
        "relative rounded-field border border-line px-2.75 py-2.25 text-ink has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-focus",
        done ? "" : "bg-surface hover:bg-hover",
        lifted && "border-dashed opacity-40",
      )}
    >
      <p className="flex items-start gap-1.5 text-ui">
        {card.high && !done && <PriorityBars level="high" label={words.high} />}
        <Link
          href={`/tasks/${card.id}`}
          data-card={card.id}
          draggable={false}
          className={cx(
            "min-w-0 break-words outline-none after:absolute after:inset-0",
            done && "text-ink-2",
          )}
        >
          {card.name}
        </Link>
      </p>
      {card.home && !done && <p className="mt-0.5 truncate text-meta text-ink-3">{card.home}</p>}
      {card.missing && (
        <p className="my-1.5 line-clamp-2 border-l-2 border-support pl-2 text-meta">
          {card.missing}
        </p>
      )}
      <p className="mt-1.5 flex min-h-5 items-center gap-2.5 text-meta text-ink-2">
        {card.progress > 0 && !done && (
          <Progress
            percent={card.progress}
            tone={card.overdue ? "cinnabar" : tone}
            label={words.progress}
          />
        )}
        <span className={cx("one-word", card.overdue && "font-semibold text-cinnabar-ink")}>
          {card.due}
        </span>
        <span className="ml-auto">
          <Faces people={card.people} locale={words.locale} />
        </span>
      </p>
    </li>
  )
}
