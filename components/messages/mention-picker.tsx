"use client"

import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from "react"
import { MentionReason } from "@/components/messages/mention-reason"
import { useTalkSetting } from "@/components/messages/talk-context"
import {
  type Asked,
  type Candidate,
  type Mention,
  useCandidates,
} from "@/components/messages/use-mentions"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"
import { PersonRow } from "@/components/ui/people-option"

/** Keys that the message box hands on while the list is open. */
export interface PickerHandle {
  key(event: KeyboardEvent): boolean
}

/**
 * Whom to mention, and beside it why: a mention without its reason isn't one (G2.3). The list is
 * steered from the message box; the reason has a field of its own.
 */
export function MentionPicker({
  asked,
  onDone,
  onLeave,
  handle,
}: {
  asked: Asked
  onDone: (mention: Mention) => void
  onLeave: () => void
  handle: Ref<PickerHandle>
}) {
  const { words } = useTalkSetting()
  const { found, current, whom, choose, reason } = useChoosing(asked, onLeave, handle)
  return (
    <div className="absolute right-0 bottom-full left-0 z-30 mb-1 flex max-w-130 animate-rise rounded-box border border-line bg-raised shadow-raised max-md:flex-col">
      <div className="min-w-0 flex-1 p-1 md:border-r md:border-line">
        <div
          role="listbox"
          aria-label={words.mention.label}
          tabIndex={-1}
          className="max-h-58 overflow-y-auto"
        >
          {found.map((person) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the message box moves and chooses by key
            <div
              key={person.id}
              role="option"
              tabIndex={-1}
              aria-selected={(whom ?? current)?.id === person.id}
              className="flex h-11.5 cursor-pointer items-center gap-2.5 rounded-field px-2 hover:bg-hover aria-selected:picked"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
            >
              {person.id === 0 ? <Everyone /> : <PersonRow person={person} typed={asked.query} />}
            </div>
          ))}
        </div>
        {/* The message box keeps the focus: who stands under the keys is said. */}
        <p role="status" className={current ? "sr-only" : "px-2 py-2 text-control text-ink-3"}>
          {current ? `${current.name} ${current.department}` : words.mention.none}
        </p>
      </div>
      <MentionReason
        key={whom?.id ?? "nobody"}
        whom={whom}
        field={reason}
        onDone={onDone}
        onLeave={onLeave}
      />
    </div>
  )
}

/** Who fits, who stands under the keys, and who was chosen: then the reason has the focus. */
function useChoosing(asked: Asked, onLeave: () => void, handle: Ref<PickerHandle>) {
  const { group, me, words } = useTalkSetting()
  const people = useCandidates(group.id, asked.query)
  const everyone = everyoneIn(asked.query, words.mention.everyone, group.kind)
  const found = [...people.filter(({ id }) => id !== me.id), ...everyone]
  const [at, setAt] = useState(0)
  const [whom, choose] = useState<Candidate | null>(null)
  const current = found[Math.min(at, found.length - 1)]
  const reason = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (whom) reason.current?.focus()
  }, [whom])
  useImperativeHandle(handle, () => ({
    key: (event) => {
      const take = () => current && choose(current)
      const moves = new Map<string, () => void>([
        ["ArrowDown", () => setAt(Math.min(at + 1, found.length - 1))],
        ["ArrowUp", () => setAt(Math.max(at - 1, 0))],
        ["Enter", take],
        ["Tab", take],
        ["Escape", onLeave],
      ])
      const move = moves.get(event.key)
      if (!move || (found.length === 0 && event.key !== "Escape")) return false
      move()
      return true
    },
  }))
  return { found, current, whom, choose, reason }
}

function everyoneIn(query: string, name: string, kind: string): Candidate[] {
  const typed = query.toLowerCase()
  const fits =
    name.startsWith(query) ||
    "suoyouren".startsWith(typed) ||
    "syr".startsWith(typed) ||
    "everyone".startsWith(typed)
  return fits && kind !== "direct" ? [{ id: 0, name, pinyin: "", face: null, department: "" }] : []
}

function Everyone() {
  const { words, group } = useTalkSetting()
  return (
    <>
      <span className="grid size-7 place-items-center rounded-full bg-sunken text-ink-2">
        <Icon name="users" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="one-word text-ui">@{words.mention.everyone}</span>
        <span className="block truncate text-meta text-ink-3">
          {filled(words.mention.everyoneCount, { count: group.size - 1 })}
        </span>
      </span>
    </>
  )
}
