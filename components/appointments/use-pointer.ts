"use client"

import { useRouter } from "next/navigation"
import { type DragEvent, type PointerEvent, useRef } from "react"
import { type Carried, type Place, placed } from "@/components/appointments/moved-entry"
import {
  begin,
  type Drag,
  type Drawn,
  dragFrom,
  dragTo,
  draw,
  drawnFrom,
  letGo,
} from "@/components/appointments/pointer-holds"
import { useLongPress } from "@/components/appointments/use-long-press"

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`

/** Where a new appointment is made for a stretch that was drawn. */
function newAddress({ column, from, until }: Drawn): string {
  const day = column.dataset.column ?? ""
  const end = until >= 1_440 ? "23:59" : clock(until)
  return `/calendar/new?start=${day}T${clock(from)}&end=${day}T${end}`
}

/**
 * Entries are dragged to another time; on free hours a new one is drawn. A finger scrolls, and does
 * the same once it has stayed for a moment.
 */
export function usePointer(zone: string, move: (entry: Carried, to: Place) => void) {
  const router = useRouter()
  const held = useRef<{ drag: Drag | null; drawn: Drawn | null }>({ drag: null, drawn: null })
  const take = (event: PointerEvent): boolean => {
    if (!(event.target instanceof HTMLElement)) return false
    const drag = dragFrom(event.target, event)
    held.current = { drag, drawn: drag ? null : drawnFrom(event.target, event) }
    return Boolean(drag ?? held.current.drawn)
  }
  const forget = () => {
    letGo(held.current)
    held.current = { drag: null, drawn: null }
  }
  const drop = () => {
    const { drag, drawn } = held.current
    forget()
    if (drag?.begun) move(drag.entry, placed(drag.entry, drag.days, drag.minutes, zone))
    if (drawn) router.push(newAddress(drawn))
  }
  const press = useLongPress((event) => {
    const taken = take(event)
    if (held.current.drag) begin(held.current.drag)
    if (held.current.drawn) draw(held.current.drawn, event)
    return taken
  })

  const onPointerDown = (event: PointerEvent) => {
    if (event.pointerType === "touch") press.down(event)
    else if (event.button === 0) take(event)
  }
  const onPointerMove = (event: PointerEvent) => {
    press.moved(event)
    const { drag, drawn } = held.current
    if (event.buttons === 0) return
    if (drag) dragTo(drag, event)
    else if (drawn) draw(drawn, event)
  }
  const onPointerUp = () => {
    press.up()
    drop()
  }
  const onPointerCancel = () => {
    press.up()
    forget()
  }
  // The browser would carry the link itself, as an address.
  const onDragStart = (event: DragEvent) => event.preventDefault()
  const handlers = { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onDragStart }
  return { box: press.box, handlers: { ...handlers, onClickCapture: swallow } }
}

/** The click that follows a drag would open what was dragged. */
function swallow(event: {
  target: EventTarget
  preventDefault(): void
  stopPropagation(): void
}): void {
  if (!(event.target instanceof Element)) return
  const dragged = event.target.closest("[data-dragged]")
  if (!dragged) return
  dragged.removeAttribute("data-dragged")
  event.preventDefault()
  event.stopPropagation()
}
