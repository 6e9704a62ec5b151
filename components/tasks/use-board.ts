"use client"

import {
  type KeyboardEvent,
  startTransition,
  useEffect,
  useOptimistic,
  useRef,
  useState,
} from "react"
import type { BoardCard, BoardState, BoardWords, Lane } from "@/components/tasks/board-lanes"
import { filled } from "@/components/ui/filled"
import { toast } from "@/components/ui/toast"
import { moveTaskAction, reportProgressAction } from "@/lib/tasks/actions"

/** A card on its way, by pointer or by key. */
export interface Move {
  card: BoardCard | null
  over: BoardState | null
  lift(card: BoardCard): void
  enter(lane: BoardState): void
  drop(lane: BoardState): void
  cancel(): void
}

/** The lanes as they will be once what was moved is known to the server. */
function withMoved(lanes: Lane[], { card, to }: { card: BoardCard; to: BoardState }): Lane[] {
  return lanes.map((lane) => {
    const others = lane.cards.filter(({ id }) => id !== card.id)
    return { ...lane, cards: lane.state === to ? [{ ...card, state: to }, ...others] : others }
  })
}

export function useBoard(given: Lane[], words: BoardWords) {
  const [known, place] = useOptimistic(given, withMoved)
  const [card, setCard] = useState<BoardCard | null>(null)
  const [over, setOver] = useState<BoardState | null>(null)
  const [asked, setAsked] = useState<BoardCard | null>(null)
  const [said, setSaid] = useState("")
  const follow = useFollowed()
  const lanes = asked ? withMoved(known, { card: asked, to: "need_support" }) : known
  const put = (one: BoardCard, to: BoardState, support = "") =>
    startTransition(async () => {
      place({ card: { ...one, support }, to })
      const answer = await moveTaskAction({ id: one.id, state: to, support })
      if (!answer.ok) return toast(answer.message)
      const state = given.find((lane) => lane.state === to)?.label ?? ""
      const sentence = filled(words.moved, { name: one.name, state })
      setSaid(sentence)
      toast(sentence, { label: words.undo, run: () => takeBack(one) })
    })
  const move: Move = {
    ...{ card, over },
    lift: (one) => {
      setCard(one)
      setOver(one.state)
    },
    enter: setOver,
    drop: (to) => {
      move.cancel()
      if (!card || card.state === to) return
      if (to === "need_support") return setAsked(card)
      follow(card)
      put(card, to)
    },
    cancel: () => {
      setCard(null)
      setOver(null)
    },
  }
  const answered = (support: string | null) => {
    setAsked(null)
    if (!asked) return
    follow(asked)
    if (support === null) setSaid(words.dropped)
    else put(asked, "need_support", support)
  }
  const asking = asked && { name: asked.name, onAsk: answered, onCancel: () => answered(null) }
  return { lanes, move, said, asking, onKeyDown: keysOn(lanes, move, words, setSaid) }
}

/** The focus goes with a card to where it lies next: its lane draws it anew. */
function useFollowed() {
  const next = useRef<number | null>(null)
  useEffect(() => {
    if (next.current !== null) focusCard(next.current)
    next.current = null
  })
  return ({ id }: BoardCard) => {
    next.current = id
  }
}

/** As it stood before: its progress first, which decides the state, then the state. */
function takeBack({ id, state, progress, support }: BoardCard): void {
  startTransition(async () => {
    const answer = await reportProgressAction({ id, progress })
    if (answer.ok && state !== "doing") await moveTaskAction({ id, state, support })
    if (!answer.ok) toast(answer.message)
  })
}

/** H J K L between cards, S to carry one: then H and L choose the lane, Enter drops, Esc cancels. */
function keysOn(lanes: Lane[], move: Move, words: BoardWords, say: (sentence: string) => void) {
  const steps = new Map([
    ["h", -1],
    ["l", 1],
  ])
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const key = event.key.toLowerCase()
    const here = cardAt(lanes, event.target)
    const handled = move.card ? carry(key) : walk(key, here)
    if (!handled) return
    event.preventDefault()
    event.stopPropagation()
  }

  function carry(key: string): boolean {
    const step = steps.get(key)
    const at = lanes.findIndex(({ state }) => state === move.over)
    const next = step === undefined ? undefined : lanes[at + step]
    if (next) move.enter(next.state)
    if (key === "enter" || key === "s") move.drop(move.over ?? "todo")
    if (key === "escape") {
      move.cancel()
      say(words.dropped)
    }
    return step !== undefined || ["enter", "s", "escape"].includes(key)
  }

  function walk(key: string, here: ReturnType<typeof cardAt>): boolean {
    if (!here) return false
    const { card, lane, place } = here
    const step = steps.get(key)
    if (key === "s") {
      move.lift(card)
      say(filled(words.lifted, { name: card.name }))
    } else if (key === " ") focusCard(card.id)?.click()
    else if (key === "j" || key === "k")
      focusCard(lanes[lane]?.cards[place + (key === "j" ? 1 : -1)]?.id)
    else if (step !== undefined) focusCard(nearIn(lanes, lane, step, place))
    else return false
    return true
  }
}

function cardAt(lanes: Lane[], target: EventTarget) {
  const id = target instanceof HTMLElement ? Number(target.dataset.card) : 0
  for (const [lane, { cards }] of lanes.entries()) {
    const place = cards.findIndex((card) => card.id === id)
    const card = cards[place]
    if (card) return { card, lane, place }
  }
  return null
}

/** The card beside, in the next lane that has any. */
function nearIn(lanes: Lane[], from: number, step: number, place: number): number | undefined {
  for (let at = from + step; at >= 0 && at < lanes.length; at += step) {
    const cards = lanes[at]?.cards ?? []
    if (cards.length > 0) return cards[Math.min(place, cards.length - 1)]?.id
  }
  return undefined
}

function focusCard(id: number | undefined): HTMLElement | null {
  const card = document.querySelector<HTMLElement>(`[data-board] [data-card="${id}"]`)
  card?.focus()
  return card
}
