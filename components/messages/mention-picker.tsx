"use client"

import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import {
  type Asked,
  type Candidate,
  type Mention,
  useCandidates,
} from "@/components/messages/use-mentions"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { cx } from "@/components/ui/cx"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"
import { Kbd } from "@/components/ui/kbd"
import { PersonRow } from "@/components/ui/people-option"
import { isComposing } from "@/components/ui/text-editing"

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
  const { group, me, words } = useTalkSetting()
  const people = useCandidates(group.id, asked.query)
  const everyone = everyoneIn(asked.query, words.mention.everyone, group.kind)
  const found = [...people.filter(({ id }) => id !== me.id), ...everyone]
  const [at, setAt] = useState(0)
  const [whom, setWhom] = useState<Candidate | null>(null)
  const current = found[Math.min(at, found.length - 1)]
  const reason = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (whom) reason.current?.focus()
  }, [whom])
  useImperativeHandle(handle, () => ({
    key: (event) => {
      const moves: Record<string, () => void> = {
        ArrowDown: () => setAt(Math.min(at + 1, found.length - 1)),
        ArrowUp: () => setAt(Math.max(at - 1, 0)),
        Enter: () => current && setWhom(current),
        Tab: () => current && setWhom(current),
        Escape: onLeave,
      }
      const move = moves[event.key]
      if (!move || (found.length === 0 && event.key !== "Escape")) return false
      move()
      return true
    },
  }))

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
              onClick={() => setWhom(person)}
            >
              {person.id === 0 ? (
                <Everyone count={group.size} />
              ) : (
                <PersonRow person={person} typed={asked.query} />
              )}
            </div>
          ))}
        </div>
        {found.length === 0 && (
          <p role="status" className="px-2 py-2 text-control text-ink-3">
            {words.mention.none}
          </p>
        )}
      </div>
      <ReasonColumn
        key={whom?.id ?? "nobody"}
        whom={whom}
        field={reason}
        onDone={onDone}
        onLeave={onLeave}
      />
    </div>
  )
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

function Everyone({ count }: { count: number }) {
  const { words } = useTalkSetting()
  return (
    <>
      <span className="grid size-7 place-items-center rounded-full bg-sunken text-ink-2">
        <Icon name="users" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="one-word text-ui">@{words.mention.everyone}</span>
        <span className="block truncate text-meta text-ink-3">
          {filled(words.mention.everyoneCount, { count: count - 1 })}
        </span>
      </span>
    </>
  )
}

/** 275 wide: the reason, required; the common ones one press away. */
function ReasonColumn({
  whom,
  field,
  onDone,
  onLeave,
}: {
  whom: Candidate | null
  field: Ref<HTMLInputElement>
  onDone: (mention: Mention) => void
  onLeave: () => void
}) {
  const { words } = useTalkSetting()
  const [reason, setReason] = useState("")
  const [needsAnswer, setNeedsAnswer] = useState(true)
  const name = whom?.name ?? "…"
  const done = (said: string, answer: boolean) => {
    if (whom && said.trim() !== "")
      onDone({
        personId: whom.id,
        name: whom.name,
        reason: said.trim(),
        needsAnswer: whom.id !== 0 && answer,
      })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === "Escape") onLeave()
    else if (event.key === "Enter") done(reason, needsAnswer)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className={cx(
        "w-69 shrink-0 p-3 max-md:w-full max-md:border-t max-md:border-line",
        !whom && "max-md:hidden",
      )}
    >
      <label className="flex items-baseline gap-2 text-meta text-ink-2">
        <span className="min-w-0 flex-1 truncate" id="mention-reason">
          {filled(words.mention.reasonFor, { name })}
        </span>
        <span className="text-ink-3">{words.mention.required}</span>
      </label>
      <input
        ref={field}
        aria-labelledby="mention-reason"
        aria-required="true"
        disabled={!whom}
        value={reason}
        maxLength={200}
        placeholder={words.mention.example}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className="field-box mt-1 h-field w-full px-2.5 text-control"
      />
      <p className="mt-2 text-meta text-ink-3">{words.mention.common}</p>
      <div className="mt-1 flex flex-wrap gap-1.5">
        {(["confirm", "answer", "handle", "info"] as const).map((quick) => (
          <button
            key={quick}
            type="button"
            disabled={!whom}
            onClick={() => done(words.mention.quick[quick], quick !== "info")}
            className="one-word h-6 rounded-chip border border-line px-2 text-meta text-ink hover:bg-hover disabled:text-ink-4 max-md:h-9"
          >
            {words.mention.quick[quick]}
          </button>
        ))}
      </div>
      {whom?.id !== 0 && (
        <div className="mt-2">
          <CheckboxLabel
            checked={needsAnswer}
            disabled={!whom}
            onChange={(event) => setNeedsAnswer(event.currentTarget.checked)}
          >
            {words.mention.needsAnswer}
          </CheckboxLabel>
        </div>
      )}
      <div className="mt-2 flex items-center gap-1.5 text-meta text-ink-3 max-md:hidden">
        <Kbd>Tab</Kbd> {words.mention.fill} <Kbd>Esc</Kbd> {words.mention.cancel}
      </div>
    </div>
  )
}
