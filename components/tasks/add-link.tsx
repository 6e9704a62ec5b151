"use client"

import { type KeyboardEvent, startTransition, useId, useRef, useState } from "react"
import { FieldError } from "@/components/ui/field"
import { Icon } from "@/components/ui/icon"
import { usePeopleSearch } from "@/components/ui/people-search"
import { isComposing } from "@/components/ui/text-editing"
import { useTypedBefore } from "@/components/ui/use-typed-before"
import { findTasks, linkTaskAction } from "@/lib/tasks/link-actions"

export type LinkWords = Record<"add" | "find" | "none", string>

/** 添加前置任务: a field that finds tasks by words of their names. */
export function AddLink({ id, words }: { id: number; words: LinkWords }) {
  const { failed, choose } = useLinking(id)
  const [query, setQuery] = useState("")
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const type = (text: string, opens = true) => {
    setQuery(text)
    setAt(0)
    setOpen(opens)
  }
  useTypedBefore(input, query, type)
  const found = usePeopleSearch(findTasks, query, open).filter((task) => task.id !== id)
  const current = found[Math.min(at, found.length - 1)]
  const take = (task: { id: number } | undefined) => {
    if (!task) return
    setQuery("")
    setOpen(false)
    choose(task.id)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return
    const moves = new Map([
      ["ArrowDown", () => setAt(Math.min(at + 1, found.length - 1))],
      ["ArrowUp", () => setAt(Math.max(at - 1, 0))],
      ["Enter", () => take(current)],
      ["Escape", () => setOpen(false)],
    ])
    const move = open ? moves.get(event.key) : undefined
    if (!move) return
    event.preventDefault()
    event.stopPropagation()
    move()
  }
  return (
    <div className="needs-script relative">
      <label className="flex min-h-7.5 items-center gap-2.5 text-prose text-ink-3 max-md:min-h-11">
        <Icon name="plus" size={14} />
        <input
          ref={input}
          role="combobox"
          aria-label={words.add}
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={list}
          aria-activedescendant={open && current ? `${list}-${current.id}` : undefined}
          autoComplete="off"
          maxLength={60}
          placeholder={words.add}
          value={query}
          onChange={(event) => type(event.currentTarget.value)}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
          className="min-h-7.5 flex-1 bg-transparent text-ink outline-none placeholder:text-ink-3 focus:border-b focus:border-focus max-md:min-h-11"
        />
      </label>
      {open && <Found {...{ list, found, current, take, words }} />}
      {failed && <FieldError>{failed}</FieldError>}
    </div>
  )
}

/** Adds one after the other; a refusal stays until the next try. */
function useLinking(id: number) {
  const [failed, setFailed] = useState("")
  const sending = useRef(false)
  const choose = (before: number) =>
    startTransition(async () => {
      if (sending.current) return
      sending.current = true
      const answer = await linkTaskAction({ id, before })
      sending.current = false
      setFailed(answer.ok ? "" : (answer.fields?.before ?? answer.message))
    })
  return { failed, choose }
}

type Named = { id: number; name: string }

function Found({
  list,
  found,
  current,
  take,
  words,
}: {
  list: string
  found: Named[]
  current: Named | undefined
  take: (task: Named) => void
  words: LinkWords
}) {
  return (
    <div className="absolute inset-x-0 top-full z-30 mt-1 rounded-box border border-line bg-raised p-1 shadow-raised">
      <div id={list} role="listbox" tabIndex={-1} aria-label={words.find}>
        {found.map((task) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox moves and chooses by key
          <div
            key={task.id}
            id={`${list}-${task.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={task.id === current?.id}
            className="flex min-h-8 cursor-pointer items-center rounded-field px-2 text-control hover:bg-hover aria-selected:picked max-md:min-h-11"
            // Focus stays in the field, so that its blur doesn't close the list first.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(task)}
          >
            <span className="truncate">{task.name}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p role="status" className="px-2 py-1.5 text-control text-ink-3">
          {words.none}
        </p>
      )}
    </div>
  )
}
