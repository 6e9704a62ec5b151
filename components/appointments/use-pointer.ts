"use client"

import { useRouter } from "next/navigation"
import { type DragEvent, type PointerEvent, useRef } from "react"
import {
  lift,
  placeAt,
  placeIn,
  putBack,
  shift,
  snapped,
} from "@/components/appointments/grid-places"
import { hourHeight } from "@/components/appointments/hour-height"
import {
  type Carried,
  carriedIn,
  daysBetween,
  type Place,
  placed,
} from "@/components/appointments/moved-entry"

interface Drag {
  link: HTMLElement
  entry: Carried
  from: { x: number; y: number; day: string; minutes: number | null }
  days: number
  minutes: number
  begun: boolean
}
interface Drawn {
  column: HTMLElement
  from: number
  until: number
  box: HTMLElement | null
}

const slack = 5
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`

/** Entries are dragged to another time; on free hours a new one is drawn. A finger scrolls. */
export function usePointer(zone: string, move: (entry: Carried, to: Place) => void) {
  const router = useRouter()
  const drag = useRef<Drag | null>(null)
  const drawn = useRef<Drawn | null>(null)

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.pointerType === "touch") return
    if (!(event.target instanceof HTMLElement)) return
    drag.current = dragFrom(event.target, event)
    drawn.current = drag.current ? null : drawnFrom(event.target, event.clientY)
  }

  const onPointerMove = (event: PointerEvent) => {
    if (drag.current) dragTo(drag.current, event)
    else if (drawn.current) draw(drawn.current, event.clientY)
  }

  const onPointerUp = () => {
    const [moved, made] = [drag.current, drawn.current]
    drag.current = null
    drawn.current = null
    if (moved?.begun) {
      putBack(moved.link)
      move(moved.entry, placed(moved.entry, moved.days, moved.minutes, zone))
    }
    if (!made) return
    made.box?.remove()
    const day = made.column.dataset.column ?? ""
    const until = made.until >= 1_440 ? "23:59" : clock(made.until)
    router.push(`/calendar/new?start=${day}T${clock(made.from)}&end=${day}T${until}`)
  }

  // The browser would carry the link itself, as an address.
  const onDragStart = (event: DragEvent) => event.preventDefault()
  // The click that follows a drag would open what was dragged.
  const onClickCapture = (event: {
    target: EventTarget
    preventDefault(): void
    stopPropagation(): void
  }) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-dragged]")) return
    event.target.closest("[data-dragged]")?.removeAttribute("data-dragged")
    event.preventDefault()
    event.stopPropagation()
  }
  return { onPointerDown, onPointerMove, onPointerUp, onClickCapture, onDragStart }
}

function dragFrom(target: HTMLElement, { clientX: x, clientY: y }: PointerEvent): Drag | null {
  const link = target.closest<HTMLElement>("[data-moves]")
  const entry = link && carriedIn(link)
  const place = placeAt(x, y)
  if (!link || !entry || !place) return null
  return { link, entry, from: { x, y, ...place }, days: 0, minutes: 0, begun: false }
}

function drawnFrom(target: HTMLElement, y: number): Drawn | null {
  const column = target.closest<HTMLElement>("[data-column]:not([data-above])")
  if (!column || target.closest("a")) return null
  const from = Math.floor((placeIn(column, y).minutes ?? 0) / 30) * 30
  return { column, from, until: from + 60, box: null }
}

function dragTo(held: Drag, { clientX, clientY, buttons }: PointerEvent): void {
  const { link, from } = held
  if (buttons === 0) return
  if (!held.begun && Math.hypot(clientX - from.x, clientY - from.y) < slack) return
  held.begun = true
  lift(link)
  link.dataset.dragged = ""
  const place = placeAt(clientX, clientY)
  if (!place) return
  held.days = daysBetween(from.day, place.day)
  const both = place.minutes !== null && from.minutes !== null
  held.minutes = both ? snapped(((clientY - from.y) / hourHeight) * 60) : 0
  shift(link, held.days, held.minutes)
}

function draw(held: Drawn, y: number): void {
  const minutes = placeIn(held.column, y).minutes ?? 0
  held.until = Math.max(held.from + 15, Math.min(1_440, snapped(minutes)))
  const first = placeIn(held.column, held.column.getBoundingClientRect().top).minutes ?? 0
  held.box ??= held.column.appendChild(document.createElement("div"))
  held.box.className = "calendar-new"
  held.box.style.top = `${((held.from - first) / 60) * hourHeight}px`
  held.box.style.height = `${((held.until - held.from) / 60) * hourHeight}px`
}
