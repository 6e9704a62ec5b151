"use client"

import { type KeyboardEvent, useRef } from "react"
import { lift, putBack, shift } from "@/components/appointments/grid-places"
import { type Carried, carriedIn, type Place, placed } from "@/components/appointments/moved-entry"

interface Held {
  link: HTMLElement
  entry: Carried
  days: number
  minutes: number
}

const ways = new Map<string, [days: number, minutes: number]>([
  ["ArrowUp", [0, -15]],
  ["ArrowDown", [0, 15]],
  ["ArrowLeft", [-1, 0]],
  ["ArrowRight", [1, 0]],
])

/** S lifts the entry that has the focus, arrows carry it, Enter puts it down, Esc takes it back. */
export function useCarrying(
  zone: string,
  act: {
    move(entry: Carried, to: Place): void
    tell(what: "lifted" | "at" | "dropped", entry: Carried, to: Place): void
  },
) {
  const held = useRef<Held | null>(null)

  const begin = (target: HTMLElement): boolean => {
    const link = target.closest<HTMLElement>("[data-moves]")
    const entry = link && carriedIn(link)
    if (!link || !entry) return false
    held.current = { link, entry, days: 0, minutes: 0 }
    lift(link)
    act.tell("lifted", entry, entry)
    return true
  }

  const carry = (now: Held, key: string): boolean => {
    const way = ways.get(key)
    if (way) {
      now.days += way[0]
      now.minutes += now.entry.whole ? 0 : way[1]
      shift(now.link, now.days, now.minutes)
      act.tell("at", now.entry, placed(now.entry, now.days, now.minutes, zone))
      return true
    }
    if (key !== "Enter" && key !== "Escape" && key.toLowerCase() !== "s") return false
    held.current = null
    putBack(now.link)
    if (key === "Escape") act.tell("dropped", now.entry, now.entry)
    else act.move(now.entry, placed(now.entry, now.days, now.minutes, zone))
    return true
  }

  return (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    if (!(event.target instanceof HTMLElement)) return
    const now = held.current
    const lifts = !now && event.key.toLowerCase() === "s"
    const handled = now ? carry(now, event.key) : lifts && begin(event.target)
    if (!handled) return
    event.preventDefault()
    event.stopPropagation()
    event.nativeEvent.stopImmediatePropagation()
  }
}
