"use client"

import type { MatterFormData, Texts } from "@/components/matters/matter-fields"
import { Icon } from "@/components/ui/icon"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { PeoplePicker } from "@/components/ui/people-picker"
import { SelectField } from "@/components/ui/select"
import { findPeople } from "@/lib/people/reading"

const mostParts = 8
const atFirst = 3

interface Given {
  data: MatterFormData
  errors: Texts
  typed: Texts
}

/** 涉及部门: a row for each, with who answers for it and what it does; more rows behind a chip. */
export function PartFields({ data, errors, typed }: Given) {
  const { words, start } = data
  const shown = Math.max(atFirst, Math.min(mostParts, start.parts.length + 1))
  const rows = Array.from({ length: mostParts }, (_, at) => at + 1)
  const later = rows.slice(shown)
  const used = (nth: number) => Boolean(typed[`part${nth}`]) || errors[`part${nth}`] !== undefined
  const fields = { data, errors, typed }
  return (
    <fieldset className="md:col-span-2">
      <legend className="mb-1 flex w-full items-baseline justify-between text-control text-ink-2">
        <span>{words.parts}</span>
        <span className="text-meta text-ink-3">{words.headAnswers}</span>
      </legend>
      {errors.parts && <p className="mb-1 text-meta text-cinnabar-ink">{errors.parts}</p>}
      <div className="grid gap-2">
        {rows.slice(0, shown).map((nth) => (
          <PartRow key={nth} {...fields} nth={nth} />
        ))}
      </div>
      {later.length > 0 && (
        <details open={later.some(used)} className="mt-2">
          <summary className="inline-flex h-6.5 cursor-pointer list-none items-center gap-1 rounded-chip border border-dashed border-ink-4 px-2 text-control text-ink-2 hover:bg-hover in-open:hidden max-md:h-9">
            <Icon name="plus" size={14} />
            {words.moreParts}
          </summary>
          <div className="grid gap-2">
            {later.map((nth) => (
              <PartRow key={nth} {...fields} nth={nth} />
            ))}
          </div>
        </details>
      )}
    </fieldset>
  )
}

/** The labels are spoken; over the first row stand the names of the columns. */
function PartRow({ data, errors, typed, nth }: Given & { nth: number }) {
  const { words, start, departments } = data
  const part = start.parts[nth - 1]
  const label = (sentence: string, word: string) => (
    <span className={nth === 1 ? "text-meta text-ink-3" : "sr-only"}>
      <span aria-hidden="true">{word}</span>
      <span className="sr-only">{sentence.replace("{nth}", String(nth))}</span>
    </span>
  )
  return (
    <div className="grid items-start gap-2 md:grid-cols-[180px_200px_minmax(0,1fr)]">
      <SelectField
        name={`part${nth}`}
        label={label(words.part, words.columns.part)}
        error={errors[`part${nth}`]}
        defaultValue={typed[`part${nth}`] ?? part?.department ?? ""}
      >
        <Options of={[{ value: "", label: words.noDepartment }, ...departments]} />
      </SelectField>
      <PeoplePicker
        name={`who${nth}`}
        label={label(words.who, words.columns.who)}
        error={errors[`who${nth}`]}
        search={findPeople}
        words={words.pick}
        defaultPeople={part?.owner ?? []}
        typed={typed[`who${nth}`]}
      />
      <InputField
        name={`work${nth}`}
        label={label(words.work, words.columns.work)}
        error={errors[`work${nth}`]}
        defaultValue={typed[`work${nth}`] ?? part?.work ?? ""}
        maxLength={200}
      />
    </div>
  )
}
