"use client"

import { AskDialog } from "@/components/tasks/ask-dialog"
import type { AskSupportWords } from "@/components/tasks/ask-support"
import { BoardCardView } from "@/components/tasks/board-card"
import { type Move, useBoard } from "@/components/tasks/use-board"
import { cx } from "@/components/ui/cx"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { Link } from "@/components/ui/link"
import { type Tone, toneText, toneWash } from "@/components/ui/tone"
import type { Locale } from "@/lib/platform/actor"

export type BoardState = "todo" | "doing" | "need_support" | "done"

export interface BoardCard {
  id: number
  name: string
  state: BoardState
  high: boolean
  /** The group or department whose work it is. */
  home: string
  /** Who or what is needed, else what is at risk; only of what needs support. */
  missing: string
  /** What was asked for. */
  support: string
  progress: number
  overdue: boolean
  due: string
  people: { id: number; name: string; face: number | null }[]
}

export interface Lane {
  state: BoardState
  label: string
  icon: IconName
  tone: Tone
  cards: BoardCard[]
  /** The address of a list with all of them, when there are more. */
  more: string | null
}

export type BoardWords = AskSupportWords &
  Record<
    | "more"
    | "empty"
    | "moved"
    | "undo"
    | "lifted"
    | "dropped"
    | "letGo"
    | "tells"
    | "high"
    | "progress",
    string
  > & { locale: Locale }

export function BoardLanes({ lanes, words }: { lanes: Lane[]; words: BoardWords }) {
  const board = useBoard(lanes, words)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its cards are links; keys move between them
    <div
      data-board
      onKeyDown={board.onKeyDown}
      className="flex min-h-0 flex-1 overflow-x-auto border-t border-line bg-paper max-md:snap-x max-md:snap-mandatory"
    >
      {board.lanes.map((lane) => (
        <LaneColumn key={lane.state} lane={lane} words={words} move={board.move} />
      ))}
      <p role="status" className="sr-only">
        {board.said}
      </p>
      {board.asking && <AskDialog {...board.asking} words={words} />}
    </div>
  )
}

function LaneColumn({ lane, words, move }: { lane: Lane; words: BoardWords; move: Move }) {
  const target = move.over === lane.state && move.card !== null && move.card.state !== lane.state
  return (
    <section
      aria-label={lane.label}
      data-lane={lane.state}
      onDragOver={(event) => {
        if (!move.card) return
        event.preventDefault()
        move.enter(lane.state)
      }}
      onDrop={(event) => {
        event.preventDefault()
        move.drop(lane.state)
      }}
      className={cx(
        "flex min-h-0 min-w-64 flex-1 flex-col border-r border-line px-3 first:pl-6 last-of-type:border-r-0 last-of-type:pr-6 max-md:min-w-[86vw] max-md:snap-center",
        target &&
          `shadow-[inset_0_2px_0_currentColor] ${toneText[lane.tone]} ${toneWash[lane.tone]}`,
      )}
    >
      <h2
        className={`flex h-10 shrink-0 items-center gap-1.5 text-control font-semibold ${toneText[lane.tone]}`}
      >
        <Icon name={lane.icon} size={14} />
        {lane.label}
        <span className="font-normal text-ink-3">
          {lane.cards.length}
          {lane.more && "+"}
        </span>
      </h2>
      <ul className="min-h-0 flex-1 space-y-2 overflow-y-auto pb-4">
        {target && <LetGo lane={lane} words={words} />}
        {lane.cards.map((card) => (
          <BoardCardView key={card.id} card={card} tone={lane.tone} words={words} move={move} />
        ))}
        {lane.cards.length === 0 && !target && (
          <li className="text-control text-ink-3">{words.empty}</li>
        )}
        {lane.more && (
          <li>
            <Link
              href={lane.more}
              className="text-control text-ink-3 hover:text-ink hover:underline"
            >
              {words.more}
            </Link>
          </li>
        )}
      </ul>
    </section>
  )
}

/** What letting go here will do, over the place where the card will lie. */
function LetGo({ lane, words }: { lane: Lane; words: BoardWords }) {
  return (
    <li>
      <p className="mb-1.5 text-meta text-ink">
        <strong>{filled(words.letGo, { state: lane.label })}</strong>
        {lane.state === "need_support" && ` · ${words.tells}`}
      </p>
      <div className="h-21 rounded-field border border-dashed border-current" />
    </li>
  )
}
