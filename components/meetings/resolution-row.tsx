"use client"

import { useActionState, useEffect, useRef } from "react"
import type { ResolutionData, RowGiven } from "@/components/meetings/minutes-types"
import { resolutionColumns } from "@/components/meetings/resolution-columns"
import { RowFoot } from "@/components/meetings/row-foot"
import { RowButton, RowForm } from "@/components/meetings/row-forms"
import { useSavedRow } from "@/components/meetings/use-saved-row"
import type { QuickPick } from "@/components/ui/date-time-field"
import { filled } from "@/components/ui/filled"
import { PeoplePicker } from "@/components/ui/people-picker"
import type { TextBox } from "@/components/ui/text-editing"
import { WritingBox } from "@/components/ui/writing-box"
import { removeResolutionAction, saveResolutionAction } from "@/lib/meetings/minutes-actions"
import { findPeople } from "@/lib/people/reading"
import type { Result } from "@/lib/platform/result"

interface Given extends RowGiven {
  resolution: ResolutionData
  number: string
  focus: boolean
  picks: readonly QuickPick[]
  writer: string | null
  tell: () => void
}

/** What / who / by when; it saves as soon as one leaves a part of it. */
export function ResolutionRow(given: Given) {
  const { meeting, resolution, number, mayWrite, words } = given
  const [answer, submit] = useActionState(saveResolutionAction, null)
  const row = useSavedRow({
    version: resolution.version,
    value: {
      ...{ text: resolution.text, due: resolution.due },
      owner: resolution.owner ? `#${resolution.owner.id}` : "",
    },
    typed: typedIn(answer),
    save: (version, { text, owner, due }) =>
      saveResolutionAction({ id: meeting, row: resolution.id, version, text, owner, due }),
  })
  const grid = `grid items-start gap-x-2 gap-y-1 border-b border-line-soft py-1 ${resolutionColumns}`
  if (!mayWrite)
    return (
      <div className={`${grid} min-h-10 items-center text-control`}>
        <span className="text-ink-3">{number}</span>
        <span className="@max-[44rem]:col-span-3">{resolution.text}</span>
        <span className="col-start-2 @min-[44rem]:col-auto">{resolution.owner?.name}</span>
        <span className="text-ink-2">{resolution.due.replace("T", " ")}</span>
      </div>
    )
  return (
    <fieldset
      className={grid}
      onFocus={given.tell}
      onInput={given.tell}
      onBlur={() => void row.commit(row.draft)}
    >
      <legend className="sr-only">{filled(words.resolution, { number })}</legend>
      <span className="pt-1.5 text-control text-ink-3">{number}</span>
      <RowForm
        {...{ meeting, submit, row: resolution.id, version: resolution.version }}
        commit={() => void row.commit(row.draft)}
        save={filled(words.saveRow, { number })}
      >
        <What {...given} row={row} answer={answer} />
        <Who {...given} row={row} />
        <When {...given} row={row} />
      </RowForm>
      <RowButton
        {...{ meeting, row: resolution.id, act: removeResolutionAction, icon: "x" }}
        className="col-start-4 row-start-1 @min-[44rem]:col-start-5"
        label={filled(words.removeResolution, { number })}
      />
    </fieldset>
  )
}

function typedIn(answer: Result<number> | null) {
  const { text, due } = (answer?.ok === false && answer.typed) || {}
  return text === undefined || due === undefined ? {} : { text, due }
}

type Part = Given & {
  row: ReturnType<typeof useSavedRow<{ text: string; due: string; owner: string }>>
}

function Who({ row, resolution, number, words }: Part) {
  return (
    <PeoplePicker
      // Others may name somebody while one looks on.
      key={resolution.owner?.id ?? 0}
      name="owner"
      label={<span className="sr-only">{filled(words.owner, { number })}</span>}
      search={findPeople}
      words={words.pick}
      defaultPeople={resolution.owner ? [resolution.owner] : []}
      onChange={([person]) => {
        const next = { ...row.draft, owner: person ? `#${person.id}` : "" }
        row.setDraft(next)
        void row.commit(next)
      }}
      className="col-start-2 @min-[44rem]:col-auto [&>div:first-child]:mb-0"
    />
  )
}

function What(given: Part & { answer: Result<number> | null }) {
  const { row, answer, focus, help, words, number, writer } = given
  const field = useRef<TextBox>(null)
  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])
  return (
    <div className="col-span-2 min-w-0 @min-[44rem]:col-auto">
      <WritingBox
        help={help}
        fieldRef={field}
        name="text"
        single
        aria-label={filled(words.resolution, { number })}
        placeholder={words.placeholder}
        value={row.draft.text}
        maxLength={200}
        onChange={(text) => row.change({ text })}
      />
      <RowFoot {...{ row, writer, answer, words }} />
    </div>
  )
}

function When({ row, picks, words, number }: Part) {
  const set = (due: string) => {
    const next = { ...row.draft, due }
    row.setDraft(next)
    void row.commit(next)
  }
  return (
    <div className="min-w-0">
      <input
        type="datetime-local"
        name="due"
        aria-label={filled(words.due, { number })}
        value={row.draft.due}
        onChange={(event) => row.change({ due: event.currentTarget.value })}
        className="field-box h-field w-full min-w-0 px-2 text-control"
      />
      {row.draft.due === "" && (
        <span className="needs-script mt-1 flex flex-wrap gap-1">
          {picks.map((pick) => (
            <button
              key={pick.value}
              type="button"
              onClick={() => set(pick.value)}
              className="one-word h-6 rounded-chip border border-line bg-surface px-1.5 text-meta text-ink-2 hover:bg-hover max-md:h-9"
            >
              {pick.label}
            </button>
          ))}
        </span>
      )}
    </div>
  )
}
