"use client"

import { useId } from "react"
import { TokenChip } from "@/components/ui/chip"
import { cx } from "@/components/ui/cx"
import { Face } from "@/components/ui/face"
import { Field, type FieldWords } from "@/components/ui/field"
import { type PersonOption, PersonRow, PickerKeys } from "@/components/ui/people-option"
import { type Chosen, startOf, usePeoplePicking } from "@/components/ui/people-picking"

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
  typed,
  required,
  onChange,
  up = false,
  ...field
}: FieldWords & {
  name: string
  search: (query: string) => Promise<PersonOption[]>
  words: PickerWords
  multiple?: boolean
  defaultPeople?: Chosen[]
  /** What the form was sent with, when it comes back without a script. */
  typed?: string | undefined
  required?: boolean
  onChange?: (people: Chosen[]) => void
  /** The list opens above the field. */
  up?: boolean
}) {
  const start = startOf(defaultPeople, typed)
  const picking = usePeoplePicking({ search, multiple, ...start, onChange })
  const { people, query, open, found, current, input, keep, type, setOpen } = picking
  const list = useId()

  return (
    <Field {...field}>
      {(wiring) => (
        <div className="relative">
          <div className="field-box flex min-h-field flex-wrap items-center gap-1 px-1 py-0.5">
            <Tokens {...{ name, people, keep, remove: words.remove }} />
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
                "h-6 flex-1 bg-transparent px-1.5 outline-none",
                people.length > 0 && !multiple ? "w-4 min-w-4" : "min-w-16",
              )}
              onChange={(event) => type(event.currentTarget.value)}
              onClick={() => setOpen(true)}
              onBlur={() => setOpen(false)}
              onKeyDown={picking.onKeyDown}
            />
          </div>
          <AwayChosen people={people} keep={keep} />
          <div
            className={cx(
              "absolute inset-x-0 z-30 min-w-75 animate-rise rounded-box border border-line bg-raised p-1 shadow-raised",
              up ? "bottom-full mb-1" : "top-full mt-1",
              !open && "hidden",
            )}
          >
            <Options
              {...{ list, found, current, query }}
              choose={picking.choose}
              label={words.placeholder}
              none={words.none}
            />
            <PickerKeys choose={words.choose} confirm={words.confirm} note={words.note} />
          </div>
        </div>
      )}
    </Field>
  )
}

/** Who is away is said under the field, with the deputy one press away. */
function AwayChosen({ people, keep }: { people: Chosen[]; keep: (people: Chosen[]) => void }) {
  const away = people.filter((person) => person.away)
  return (
    <span aria-live="polite">
      {away.map((person) => (
        <span
          key={person.id}
          className="mt-1 flex flex-wrap items-center gap-2 text-meta text-support"
        >
          {person.name} {person.away?.until}
          {person.away?.deputy && (
            <button type="button" className="link" onClick={() => keep(swapped(people, person))}>
              {person.away.swap}
            </button>
          )}
        </span>
      ))}
    </span>
  )
}

/** The deputy in the place of who is away, once. */
function swapped(people: Chosen[], absent: Chosen): Chosen[] {
  const deputy = absent.away?.deputy
  const others = people.filter(({ id }) => id !== absent.id)
  return !deputy || others.some(({ id }) => id === deputy.id) ? others : [...others, deputy]
}

function Tokens({
  name,
  people,
  keep,
  remove,
}: {
  name: string
  people: Chosen[]
  keep: (people: Chosen[]) => void
  remove: string
}) {
  return people.map((person) => (
    <TokenChip
      key={person.id}
      removeLabel={`${remove} ${person.name}`}
      onRemove={() => keep(people.filter((other) => other.id !== person.id))}
    >
      <input type="hidden" name={name} value={`#${person.id}`} data-person={person.name} />
      <Face person={person} size={20} />
      <span className="one-word">{person.name}</span>
    </TokenChip>
  ))
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
  label: string
  none: string
}) {
  return (
    <>
      <div
        id={list}
        role="listbox"
        tabIndex={-1}
        aria-label={label}
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
