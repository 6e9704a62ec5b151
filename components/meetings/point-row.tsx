"use client"

import { useActionState, useEffect, useRef } from "react"
import type { PointData, RowGiven, SpeakerOption } from "@/components/meetings/minutes-types"
import { RowFoot } from "@/components/meetings/row-foot"
import { RowButton, RowForm } from "@/components/meetings/row-forms"
import { useSavedRow } from "@/components/meetings/use-saved-row"
import { filled } from "@/components/ui/filled"
import { isComposing, type TextBox } from "@/components/ui/text-editing"
import { WritingBox } from "@/components/ui/writing-box"
import { removePointAction, savePointAction } from "@/lib/meetings/minutes-actions"
import type { Result } from "@/lib/platform/result"

interface Given extends RowGiven {
  topic: { number: number }
  point: PointData
  m: number
  speakers: readonly SpeakerOption[]
  focus: boolean
  writer: string | null
  tell: () => void
  next: () => void
}

/** What somebody said: the speaker hangs at the left, the sentence saves when one leaves it. */
export function PointRow(given: Given) {
  const { meeting, topic, point, m, speakers, mayWrite, words } = given
  const [answer, submit] = useActionState(savePointAction, null)
  const row = useSavedRow({
    version: point.version,
    value: { text: point.text, speaker: point.speaker },
    typed: typedIn(answer),
    save: (version, said) => savePointAction({ id: meeting, row: point.id, version, ...said }),
  })
  if (!mayWrite)
    return (
      <p className="grid grid-cols-[72px_minmax(0,1fr)] gap-x-2 py-1 text-prose">
        <span className="text-ink-2">
          {speakers.find(({ value }) => value === point.speaker)?.label}
        </span>
        <span>{point.text}</span>
      </p>
    )
  return (
    <fieldset
      className="grid grid-cols-[84px_minmax(0,1fr)_auto] md:grid-cols-[120px_minmax(0,1fr)_auto] items-start gap-x-1 py-0.5"
      onFocus={given.tell}
      onInput={given.tell}
      onBlur={() => void row.commit(row.draft)}
    >
      <legend className="sr-only">{filled(words.point, { n: topic.number, m })}</legend>
      <RowForm
        {...{ meeting, submit, row: point.id, version: point.version }}
        commit={() => void row.commit(row.draft)}
        save={filled(words.saveRow, { number: m })}
      >
        <Speaker {...given} row={row} />
        <What {...given} row={row} answer={answer} />
      </RowForm>
      <RowButton
        {...{ meeting, row: point.id, act: removePointAction, icon: "x" }}
        className="col-start-3 row-start-1"
        label={filled(words.removePoint, { m })}
      />
    </fieldset>
  )
}

function typedIn(answer: Result<number> | null) {
  const { text, speaker } = (answer?.ok === false && answer.typed) || {}
  return text === undefined || speaker === undefined ? {} : { text, speaker }
}

type Part = Given & {
  row: ReturnType<typeof useSavedRow<{ text: string; speaker: string }>>
}

function Speaker({ row, topic, m, speakers, words }: Part) {
  return (
    <select
      name="speaker"
      aria-label={filled(words.speaker, { n: topic.number, m })}
      value={row.draft.speaker}
      onChange={(event) => {
        const to = { ...row.draft, speaker: event.currentTarget.value }
        row.setDraft(to)
        void row.commit(to)
      }}
      className="h-8 min-w-0 rounded-field border border-transparent bg-transparent text-control text-ink-2 hover:border-line"
    >
      <option value="">{words.nobody}</option>
      {speakers.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}

function What(given: Part & { answer: Result<number> | null }) {
  const { row, answer, topic, m, focus, writer, next, help, words } = given
  const field = useRef<TextBox>(null)
  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])
  return (
    <div className="min-w-0">
      <WritingBox
        help={help}
        fieldRef={field}
        name="text"
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
      <RowFoot {...{ row, writer, answer, words }} />
    </div>
  )
}
