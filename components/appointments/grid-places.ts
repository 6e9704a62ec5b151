import { hourHeight } from "@/components/appointments/hour-height"

const step = 15

/** The column under a point, if there is one: a day, and the minutes where it has hours. */
export function placeAt(x: number, y: number): { day: string; minutes: number | null } | null {
  for (const element of document.elementsFromPoint(x, y)) {
    // What is carried lies under the pointer, but still in the column that it comes from.
    const carried = element.closest("[data-lifted]") !== null
    const column = carried ? null : element.closest("[data-column]")
    if (column instanceof HTMLElement) return placeIn(column, y)
  }
  return null
}

export function placeIn(column: HTMLElement, y: number) {
  const day = column.dataset.column ?? ""
  if (column.dataset.above !== undefined) return { day, minutes: null }
  const top = y - column.getBoundingClientRect().top
  return { day, minutes: (top / hourHeight) * 60 }
}

export const snapped = (minutes: number): number => Math.round(minutes / step) * step

/** How far an entry has gone, shown where it lies; the page has it elsewhere once it is known. */
export function shift(link: HTMLElement, days: number, minutes: number): void {
  const column = link.closest<HTMLElement>("[data-column]")
  const width = column?.offsetWidth ?? 0
  const down = column?.dataset.above === undefined ? (minutes / 60) * hourHeight : 0
  link.style.transform = `translate(${days * width}px, ${down}px)`
}

export function lift(link: HTMLElement): void {
  link.dataset.lifted = ""
}

export function putBack(link: HTMLElement): void {
  delete link.dataset.lifted
  link.style.transform = ""
}

/** So near to an edge the hours go on under what is carried. */
const edge = 36
const pace = 10

/** Scrolls what is under a point near its edges. @returns whether it moved */
export function scrollAt(within: HTMLElement, x: number, y: number): boolean {
  const hours = within.closest<HTMLElement>("[data-hours]")
  if (!hours) return false
  const { left, right, top, bottom } = hours.getBoundingClientRect()
  const head = hours.querySelector<HTMLElement>("[data-head]")?.offsetHeight ?? 0
  const towards = (at: number, low: number, high: number) =>
    at < low + edge ? -pace : at > high - edge ? pace : 0
  const before = [hours.scrollLeft, hours.scrollTop].join()
  hours.scrollBy(towards(x, left, right), towards(y, top + head, bottom))
  return before !== [hours.scrollLeft, hours.scrollTop].join()
}
