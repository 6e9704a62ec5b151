import {
  lift,
  placeAt,
  placeIn,
  putBack,
  scrollAt,
  shift,
  snapped,
} from "@/components/appointments/grid-places"
import { hourHeight } from "@/components/appointments/hour-height"
import { type Carried, carriedIn, daysBetween } from "@/components/appointments/moved-entry"

/** An entry under the pointer, and how far it was carried. */
export interface Drag {
  link: HTMLElement
  entry: Carried
  from: { x: number; y: number; day: string; minutes: number | null }
  days: number
  minutes: number
  begun: boolean
}

/** A stretch of free hours under the pointer. */
export interface Drawn {
  column: HTMLElement
  from: number
  until: number
  box: HTMLElement | null
}

interface Point {
  clientX: number
  clientY: number
}

const slack = 5

export function dragFrom(target: HTMLElement, { clientX: x, clientY: y }: Point): Drag | null {
  const link = target.closest<HTMLElement>("[data-moves]")
  const entry = link && carriedIn(link)
  const place = placeAt(x, y)
  if (!link || !entry || !place) return null
  return { link, entry, from: { x, y, ...place }, days: 0, minutes: 0, begun: false }
}

export function drawnFrom(target: HTMLElement, { clientY }: Point): Drawn | null {
  const column = target.closest<HTMLElement>("[data-column]:not([data-above])")
  if (!column || target.closest("a")) return null
  const from = Math.floor((placeIn(column, clientY).minutes ?? 0) / 30) * 30
  return { column, from, until: from + 60, box: null }
}

export function begin(held: Drag): void {
  held.begun = true
  lift(held.link)
  held.link.dataset.dragged = ""
}

export function dragTo(held: Drag, { clientX, clientY }: Point): void {
  const { link, from } = held
  if (!held.begun && Math.hypot(clientX - from.x, clientY - from.y) < slack) return
  if (!held.begun) begin(held)
  scrollAt(link, clientX, clientY)
  const place = placeAt(clientX, clientY)
  if (!place) return
  held.days = daysBetween(from.day, place.day)
  const both = place.minutes !== null && from.minutes !== null
  held.minutes = both ? snapped((place.minutes ?? 0) - (from.minutes ?? 0)) : 0
  shift(link, held.days, held.minutes)
}

export function draw(held: Drawn, { clientX, clientY }: Point): void {
  scrollAt(held.column, clientX, clientY)
  const minutes = placeIn(held.column, clientY).minutes ?? 0
  held.until = Math.max(held.from + 15, Math.min(1_440, snapped(minutes)))
  held.box ??= held.column.appendChild(document.createElement("div"))
  held.box.className = "calendar-new"
  held.box.style.top = `${(held.from / 60) * hourHeight}px`
  held.box.style.height = `${((held.until - held.from) / 60) * hourHeight}px`
}

/** What lies where it came from again: nothing was carried, nothing drawn. */
export function letGo(held: { drag: Drag | null; drawn: Drawn | null }): void {
  if (held.drag?.begun) putBack(held.drag.link)
  held.drawn?.box?.remove()
}
