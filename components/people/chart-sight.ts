/** What of the whole drawing is in sight, as shares of it. */
export interface Sight {
  left: number
  top: number
  width: number
  height: number
}

export const sightOf = (box: HTMLElement): Sight => ({
  left: box.scrollLeft / box.scrollWidth,
  top: box.scrollTop / box.scrollHeight,
  width: Math.min(1, box.clientWidth / box.scrollWidth),
  height: Math.min(1, box.clientHeight / box.scrollHeight),
})

const least = 0.2
const most = 2

/**
 * Zooms so that what lies under `place` (in the window; the middle when left out) stays there.
 * @returns the zoom within its bounds
 */
export function zoomedAt(
  box: HTMLElement | null,
  now: number,
  wanted: number,
  place?: { x: number; y: number },
): number {
  const next = Math.min(most, Math.max(least, wanted))
  if (!box || next === now) return next
  const { left, top, width, height } = box.getBoundingClientRect()
  const x = place ? place.x - left : width / 2
  const y = place ? place.y - top : height / 2
  const to = {
    left: ((box.scrollLeft + x) * next) / now - x,
    top: ((box.scrollTop + y) * next) / now - y,
  }
  box.style.setProperty("--zoom", String(next))
  box.scrollTo(to)
  return next
}

const slack = 4

/** The drawing moves with a mouse that drags it; touch scrolls by itself. */
export function dragged(box: HTMLElement): () => void {
  let from: { x: number; y: number } | null = null
  let moved = false
  const down = (event: PointerEvent) => {
    if (event.button !== 0 || event.pointerType === "touch") return
    from = { x: event.clientX, y: event.clientY }
    moved = false
  }
  const move = (event: PointerEvent) => {
    if (!from) return
    if (!moved && Math.hypot(event.clientX - from.x, event.clientY - from.y) < slack) return
    moved = true
    box.scrollBy(from.x - event.clientX, from.y - event.clientY)
    from = { x: event.clientX, y: event.clientY }
  }
  const up = () => {
    from = null
  }
  const click = (event: MouseEvent) => {
    if (moved) event.preventDefault()
    moved = false
  }
  const still = (event: DragEvent) => event.preventDefault()
  box.addEventListener("pointerdown", down)
  addEventListener("pointermove", move)
  addEventListener("pointerup", up)
  box.addEventListener("click", click, { capture: true })
  box.addEventListener("dragstart", still)
  return () => {
    box.removeEventListener("pointerdown", down)
    removeEventListener("pointermove", move)
    removeEventListener("pointerup", up)
    box.removeEventListener("click", click, { capture: true })
    box.removeEventListener("dragstart", still)
  }
}
