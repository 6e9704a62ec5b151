"use client"

import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { UpdateForm, type UpdateWords } from "@/components/tasks/update-form"
import { Button } from "@/components/ui/button"
import { cx } from "@/components/ui/cx"
import { DateTimeField, type QuickPick } from "@/components/ui/date-time-field"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { InputField } from "@/components/ui/input"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { type Tone, toneText } from "@/components/ui/tone"
import { findPeople } from "@/lib/people/reading"

export const fields = [
  { field: "progress", key: "u" },
  { field: "state", key: "s" },
  { field: "priority", key: "p" },
  { field: "owner", key: "a" },
  { field: "due", key: "d" },
] as const
export type Field = (typeof fields)[number]["field"]

type Choice = { value: string; label: string; icon: IconName; tone: Tone }

export interface EditData {
  states: Choice[]
  priorities: Choice[]
  picks: QuickPick[]
  pick: PickerWords
  update: UpdateWords
  support: { need: string; hint: string; ask: string }
  words: Record<
    | Field
    | "of"
    | "apply"
    | "reason"
    | "dueField"
    | "ownerField"
    | "picks"
    | "changed"
    | "left"
    | "undo"
    | "undone"
    | "updated",
    string
  >
}

/** One field of a row; the keys of the others are beside it. */
export function EditPanel({
  field,
  task,
  data,
  onField,
  onChange,
  onDone,
}: {
  field: Field
  task: { id: number; name: string; progress: number }
  data: EditData
  onField: (field: Field) => void
  onChange: (changes: Record<string, string>) => void
  onDone: () => void
}) {
  const { words } = data
  return (
    <>
      <div className="flex border-b border-line text-meta">
        {fields.map((one) => (
          <button
            key={one.field}
            type="button"
            aria-pressed={one.field === field}
            className="flex-1 px-1 py-2 text-ink-3 hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink max-md:min-h-11"
            onClick={() => onField(one.field)}
          >
            {words[one.field]}
          </button>
        ))}
      </div>
      {field === "progress" && (
        <div className="px-3 pt-1 pb-3">
          <UpdateForm
            {...{ id: task.id, progress: task.progress, tone: "doing" }}
            words={{ ...data.update, of: task.name }}
            onDone={onDone}
          />
        </div>
      )}
      {field === "state" && <StateChoice data={data} onChange={onChange} />}
      {field === "priority" && (
        <Choices
          of={data.priorities}
          onChoose={(priority) => onChange({ priority })}
          label={words.priority}
        />
      )}
      {field === "owner" && <OwnerChoice data={data} onChange={onChange} />}
      {field === "due" && <DueChoice data={data} onChange={onChange} />}
    </>
  )
}

/** The first is focused; arrows walk, Enter chooses. */
function Choices({
  of,
  label,
  onChoose,
}: {
  of: Choice[]
  label: string
  onChoose: (value: string) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector("button")?.focus()
  }, [])
  const walk = (event: KeyboardEvent) => {
    const by = new Map([
      ["ArrowDown", 1],
      ["j", 1],
      ["ArrowUp", -1],
      ["k", -1],
    ]).get(event.key)
    if (by === undefined) return
    event.preventDefault()
    const all = Array.from(list.current?.querySelectorAll("button") ?? [])
    const at = all.findIndex((button) => button.matches(":focus"))
    all.at((at + by) % all.length)?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its buttons have the focus
    <div ref={list} className="p-1" onKeyDown={walk} title={label}>
      {of.map(({ value, label: word, icon, tone }) => (
        <button
          key={value}
          type="button"
          className="flex h-7.5 w-full items-center gap-2 rounded-chip px-2 text-control hover:bg-hover focus-visible:bg-hover max-md:h-11"
          onClick={() => onChoose(value)}
        >
          <Icon name={icon} size={14} className={cx(toneText[tone])} />
          {word}
        </button>
      ))}
    </div>
  )
}

/** 需支持 asks who or what is needed. */
function StateChoice({ data, onChange }: Asking) {
  const [asking, setAsking] = useState(false)
  const { words, support } = data
  if (!asking)
    return (
      <Choices
        of={data.states}
        onChoose={(state) => (state === "need_support" ? setAsking(true) : onChange({ state }))}
        label={words.state}
      />
    )
  return (
    <form
      className="grid gap-3 p-3"
      onSubmit={(event) => {
        event.preventDefault()
        const said = String(new FormData(event.currentTarget).get("support") ?? "")
        onChange({ state: "need_support", support: said })
      }}
    >
      <InputField
        name="support"
        label={support.need}
        placeholder={support.hint}
        maxLength={500}
        required
        autoFocus
      />
      <Button type="submit" tone="primary" size="m">
        {support.ask}
      </Button>
    </form>
  )
}

interface Asking {
  data: EditData
  onChange: (changes: Record<string, string>) => void
}

function OwnerChoice({ data, onChange }: Asking) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector("input")?.focus()
  }, [])
  return (
    <div ref={box} className="p-3">
      <PeoplePicker
        name="owner"
        label={data.words.ownerField}
        search={findPeople}
        words={data.pick}
        onChange={([person]) => person && onChange({ owner: `#${person.id}` })}
      />
    </div>
  )
}

function DueChoice({ data: { words, picks }, onChange }: Asking) {
  const box = useRef<HTMLFormElement>(null)
  const [due, setDue] = useState("")
  useEffect(() => {
    box.current?.querySelector("input")?.focus()
  }, [])
  return (
    <form
      ref={box}
      className="grid gap-3 p-3"
      onSubmit={(event) => {
        event.preventDefault()
        const reason = String(new FormData(event.currentTarget).get("reason") ?? "")
        onChange({ due, reason })
      }}
    >
      <DateTimeField
        name="due"
        label={words.dueField}
        picks={picks}
        picksLabel={words.picks}
        onChange={setDue}
        required
      />
      <InputField name="reason" label={words.reason} maxLength={500} />
      <Button type="submit" tone="primary" size="m">
        {words.apply}
      </Button>
    </form>
  )
}
