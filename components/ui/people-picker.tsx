"use client"

import { type KeyboardEvent, useId, useRef, useState } from "react"
import { TokenChip } from "@/components/ui/chip"
import { cx } from "@/components/ui/cx"
import { Face } from "@/components/ui/face"
import { Field, type FieldWords } from "@/components/ui/field"
import { type PersonOption, PersonRow, PickerKeys } from "@/components/ui/people-option"
import { usePeopleSearch } from "@/components/ui/people-search"

export type PickerWords = {
  placeholder: string
  remove: string
  choose: string
  confirm: string
  none: string
  note?: string
}

/**
 * Finds people by name, pinyin or initials. The form receives the chosen ids under `name`, and
 * whatever was typed but not chosen as text under the same name (all of it without JavaScript),
 * so the server resolves both; empty entries are to be dropped.
 */
export function PeoplePicker({
  name,
  search,
  words,
  multiple = false,
  defaultPeople = [],
  defaultText = "",
  required,
  onChange,
  ...field
}: FieldWords & {
  name: string
  search: (query: string) => Promise<PersonOption[]>
  words: PickerWords
  multiple?: boolean
  defaultPeople?: { id: number; name: string }[]
  defaultText?: string
  required?: boolean
  onChange?: (people: { id: number; name: string }[]) => void
}) {
  const [people, setPeople] = useState(defaultPeople)
  const [query, setQuery] = useState(defaultText)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const list = useId()
  const answers = usePeopleSearch(search, query, open)
  const found = answers.filter((option) => !people.some((person) => person.id === option.id))
  const current = found[Math.min(at, found.length - 1)]

  const keep = (next: { id: number; name: string }[]) => {
    setPeople(next)
    onChange?.(next)
    requestAnimationFrame(() => input.current?.focus())
  }
  const choose = (person: PersonOption) => {
    keep(multiple ? [...people, person] : [person])
    setQuery("")
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const moves = new Map([
      ["ArrowDown", () => (open ? setAt(Math.min(at + 1, found.length - 1)) : setOpen(true))],
      ["ArrowUp", () => setAt(Math.max(at - 1, 0))],
    ])
    if (open && current) moves.set("Enter", () => choose(current))
    if (open) moves.set("Escape", () => setOpen(false))
    if (event.key === "Backspace" && !query && people.length > 0) keep(people.slice(0, -1))
    const move = moves.get(event.key)
    if (!move) return
    event.preventDefault()
    event.stopPropagation()
    move()
  }

  return (
    <Field {...field}>
      {(wiring) => (
        <div className="relative">
          <div className="field-box flex min-h-field flex-wrap items-center gap-1 px-1 py-0.5">
            {people.map((person) => (
              <TokenChip
                key={person.id}
                removeLabel={`${words.remove} ${person.name}`}
                onRemove={() => keep(people.filter((other) => other.id !== person.id))}
              >
                <input type="hidden" name={name} value={person.id} />
                <Face person={person} size={20} />
                <span className="one-word">{person.name}</span>
              </TokenChip>
            ))}
            <input
              {...wiring}
              ref={input}
              name={name}
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={open}
              aria-controls={list}
              aria-activedescendant={open && current ? `${list}-${current.id}` : undefined}
              autoComplete="off"
              required={required && people.length === 0}
              placeholder={people.length === 0 || multiple ? words.placeholder : undefined}
              value={query}
              className={cx(
                "h-6 min-w-16 flex-1 bg-transparent px-1.5 outline-none",
                people.length > 0 && !multiple && "w-4 min-w-4",
              )}
              onChange={(event) => {
                setQuery(event.currentTarget.value)
                setAt(0)
                setOpen(true)
              }}
              onClick={() => setOpen(true)}
              onBlur={() => setOpen(false)}
              onKeyDown={onKeyDown}
            />
          </div>
          <div
            className={cx(
              "absolute inset-x-0 top-full z-30 mt-1 min-w-75 animate-rise rounded-box border border-line bg-raised p-1 shadow-raised",
              !open && "hidden",
            )}
          >
            <Options
              {...{ list, found, current, query, choose, label: field.label, none: words.none }}
            />
            <PickerKeys choose={words.choose} confirm={words.confirm} note={words.note} />
          </div>
        </div>
      )}
    </Field>
  )
}

function Options({
  list,
  found,
  current,
  query,
  choose,
  label,
  none,
}: {
  list: string
  found: PersonOption[]
  current?: PersonOption
  query: string
  choose: (person: PersonOption) => void
  label: FieldWords["label"]
  none: string
}) {
  return (
    <>
      <div
        id={list}
        role="listbox"
        tabIndex={-1}
        aria-label={typeof label === "string" ? label : undefined}
        className="max-h-69 overflow-y-auto"
      >
        {found.map((person) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox moves and chooses by key
          <div
            key={person.id}
            id={`${list}-${person.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={person.id === current?.id}
            className="flex h-11.5 cursor-pointer items-center gap-2.5 rounded-field px-2 hover:bg-hover aria-selected:picked"
            // Focus stays in the field, so that its blur doesn't close the list first.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(person)}
          >
            <PersonRow person={person} typed={query} />
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p role="status" className="px-2 py-2 text-control text-ink-3">
          {none}
        </p>
      )}
    </>
  )
}
