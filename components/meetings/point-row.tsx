"use client"

import { useEffect, useRef } from "react"
import type { PointData, RowGiven } from "@/components/meetings/minutes-types"
import { RowFoot } from "@/components/meetings/row-foot"
import { useSavedRow } from "@/components/meetings/use-saved-row"
import { filled } from "@/components/ui/filled"
import { IconButton } from "@/components/ui/icon-button"
import { isComposing, type TextBox } from "@/components/ui/text-editing"
import { WritingBox } from "@/components/ui/writing-box"
import { removePointAction, savePointAction } from "@/lib/meetings/minutes-actions"

interface Given extends RowGiven {
  topic: { number: number }
  point: PointData
  m: number
  people: readonly { id: number; name: string }[]
  focus: boolean
  writer: string | null
  tell: () => void
  next: () => void
}

/** What somebody said: the speaker hangs at the left, the sentence saves when one leaves it. */
export function PointRow(given: Given) {
  const { meeting, topic, point, m, people, mayWrite, words } = given
  const row = useSavedRow({
    version: point.version,
    value: { text: point.text, personId: point.personId },
    save: (version, { text, personId }) =>
      savePointAction({ id: meeting, row: point.id, version, text, person: personId }),
  })
  if (!mayWrite)
    return (
      <p className="grid grid-cols-[72px_minmax(0,1fr)] gap-x-2 py-1 text-prose">
        <span className="text-ink-2">{people.find(({ id }) => id === point.personId)?.name}</span>
        <span>{point.text}</span>
      </p>
    )
  return (
    <fieldset
      className="grid grid-cols-[84px_minmax(0,1fr)_auto] items-start gap-x-1 py-0.5"
      onFocus={given.tell}
      onInput={given.tell}
      onBlur={() => void row.commit(row.draft)}
    >
      <legend className="sr-only">{filled(words.point, { n: topic.number, m })}</legend>
      <Speaker {...given} row={row} />
      <What {...given} row={row} />
      <IconButton
        icon="x"
        label={filled(words.removePoint, { m })}
        onClick={() => void removePointAction({ id: meeting, row: point.id })}
      />
    </fieldset>
  )
}

type Part = Given & {
  row: ReturnType<typeof useSavedRow<{ text: string; personId: number | null }>>
}

function Speaker({ row, topic, m, people, words }: Part) {
  return (
    <select
      aria-label={filled(words.speaker, { n: topic.number, m })}
      value={row.draft.personId ?? ""}
      onChange={(event) => {
        const to = { ...row.draft, personId: Number(event.currentTarget.value) || null }
        row.setDraft(to)
        void row.commit(to)
      }}
      className="h-8 min-w-0 rounded-field border border-transparent bg-transparent text-control text-ink-2 hover:border-line"
    >
      <option value="">{words.nobody}</option>
      {people.map((person) => (
        <option key={person.id} value={person.id}>
          {person.name}
        </option>
      ))}
    </select>
  )
}

function What({ row, topic, m, focus, writer, next, help, words }: Part) {
  const field = useRef<TextBox>(null)
  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])
  return (
    <div className="min-w-0">
      <WritingBox
        help={help}
        fieldRef={field}
        single
        aria-label={filled(words.point, { n: topic.number, m })}
        value={row.draft.text}
        maxLength={2_000}
        onChange={(text) => row.change({ text })}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || isComposing(event)) return
          event.preventDefault()
          void row.commit(row.draft).then(next)
        }}
      />
      <RowFoot row={row} writer={writer} words={words} />
    </div>
  )
}
