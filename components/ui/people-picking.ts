"use client"

import { type KeyboardEvent, useRef, useState } from "react"
import type { Away, PersonOption } from "@/components/ui/people-option"
import { usePeopleSearch } from "@/components/ui/people-search"
import { isComposing } from "@/components/ui/text-editing"
import { useTypedBefore } from "@/components/ui/use-typed-before"

/** A key that the list takes goes no further: Escape must not close the dialog around it. */
function follow(event: KeyboardEvent, move?: () => void) {
  if (!move) return
  event.preventDefault()
  event.stopPropagation()
  move()
}

export type Chosen = { id: number; name: string; face?: number | null; away?: Away }

/**
 * A field begins with whom it was filled with, or with what it was sent with: `#7` for a person who
 * was kept, and the names that were typed.
 */
export function startOf(people: Chosen[], typed: string | undefined) {
  if (typed === undefined) return { defaultPeople: people, defaultText: "" }
  const sent = typed.split(",")
  return {
    defaultPeople: people.filter(({ id }) => sent.includes(`#${id}`)),
    defaultText: sent.filter((part) => !/^#\d+$/.test(part)).join(","),
  }
}

/** What a people picker knows: who is chosen, what is typed, which answer Enter would take. */
export function usePeoplePicking({
  search,
  multiple,
  defaultPeople,
  defaultText,
  onChange,
}: {
  search: (query: string) => Promise<PersonOption[]>
  multiple: boolean
  defaultPeople: Chosen[]
  defaultText: string
  onChange?: (people: Chosen[]) => void
}) {
  const [people, setPeople] = useState(defaultPeople)
  const [query, setQuery] = useState(defaultText)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const answers = usePeopleSearch(search, query, open)
  const found = answers.filter((option) => !people.some((person) => person.id === option.id))
  const current = found[Math.min(at, found.length - 1)]

  const keep = (next: Chosen[]) => {
    setPeople(next)
    onChange?.(next)
    requestAnimationFrame(() => input.current?.focus())
  }
  const type = (text: string, opens = true) => {
    setQuery(text)
    setAt(0)
    setOpen(opens)
  }
  const choose = (person: PersonOption) => {
    keep(multiple ? [...people, person] : [person])
    type("", false)
  }
  useTypedBefore(input, query, type)
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === "Backspace" && !query && people.length > 0) keep(people.slice(0, -1))
    const moves = new Map([
      ["ArrowDown", () => (open ? setAt(Math.min(at + 1, found.length - 1)) : setOpen(true))],
      ["ArrowUp", () => setAt(Math.max(at - 1, 0))],
    ])
    if (open && current) moves.set("Enter", () => choose(current))
    if (open) moves.set("Escape", () => setOpen(false))
    follow(event, moves.get(event.key))
  }
  return { people, query, open, found, current, input, keep, choose, type, setOpen, onKeyDown }
}
