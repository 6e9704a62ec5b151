"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { filled } from "@/components/ui/filled"
import { Select } from "@/components/ui/select"
import type { Choice } from "@/lib/guests/choices"
import { openedPhrase } from "@/lib/guests/sentence"
import type { Locale } from "@/lib/platform/actor"

const most = 10

/** What is opened, one thing a row. */
export function ScopeRows({
  choices,
  first,
  locale,
  words,
  error,
}: {
  choices: readonly Choice[]
  first: string
  locale: Locale
  words: {
    scope: string
    choose: string
    add: string
    none: string
    extraLabel: string
    group: string
    meeting: string
    client_files: string
    ticket_page: string
    ticket_desk: string
  }
  error: string | undefined
}) {
  const [rows, setRows] = useState(1)
  const kinds = new Map<string, string>([
    ["group", words.group],
    ["meeting", words.meeting],
    ["client_files", words.client_files],
    ["ticket_page", words.ticket_page],
    ["ticket_desk", words.ticket_desk],
  ])
  const byKind = [...Map.groupBy(choices, ({ kind }) => kind)]
  return (
    <fieldset className="md:col-span-2">
      <legend className="mb-1 text-control text-ink-2">{words.scope}</legend>
      {choices.length === 0 && <p className="text-control text-ink-2">{words.none}</p>}
      <div className="grid gap-2">
        {Array.from({ length: rows }, (_, row) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added
            key={row}
            name="scopes[]"
            aria-label={filled(words.extraLabel, { n: row + 1 })}
            defaultValue={row === 0 ? first : ""}
            required={row === 0}
          >
            <option value="">{words.choose}</option>
            {byKind.map(([kind, some]) => (
              <optgroup key={kind} label={kinds.get(kind) ?? kind}>
                {some.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {openedPhrase(choice, locale)}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        ))}
      </div>
      {error && <FieldError>{error}</FieldError>}
      {rows < most && (
        <Button tone="quiet" icon="plus" className="mt-1" onClick={() => setRows(rows + 1)}>
          {words.add}
        </Button>
      )}
    </fieldset>
  )
}
