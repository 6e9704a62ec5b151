"use client"

import { type ChangeEvent, useActionState, useRef } from "react"
import { type FoundWords, ImportFound } from "@/components/calendar/import-found"
import { Button, buttonClass } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { TextareaField } from "@/components/ui/textarea"
import { importDaysAction } from "@/lib/calendar/actions"

type Words = Record<"text" | "example" | "file" | "check" | "import", string> & FoundWords

/** A list pasted or read from a file: what it would do comes first, writing it second. */
export function ImportDays({ words }: { words: Words }) {
  const [answer, submit, sending] = useActionState(importDaysAction, null)
  const text = useRef<HTMLTextAreaElement>(null)
  const failed = answer?.ok === false ? answer : undefined
  const found = answer?.ok ? answer.value : undefined
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.currentTarget.files ?? []
    if (file && text.current) text.current.value = await readText(file)
  }
  return (
    <div className="flex flex-col gap-4">
      <form action={submit} className="flex flex-col gap-3">
        {failed && !failed.fields && <FormError>{failed.message}</FormError>}
        <TextareaField
          ref={text}
          label={words.text}
          name="text"
          rows={5}
          required
          placeholder={words.example}
          defaultValue={failed?.typed?.text ?? (found?.step === "done" ? "" : found?.text)}
          error={failed?.fields?.text}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" size="m" disabled={sending}>
            {words.check}
          </Button>
          <label
            className={`needs-script relative has-focus-visible:outline-2 has-focus-visible:outline-focus ${buttonClass({ tone: "quiet", size: "m" })}`}
          >
            {words.file}
            <input
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
              onChange={take}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
          </label>
        </div>
      </form>
      {found && <ImportFound found={found} words={words} />}
      {found?.step === "preview" && (
        <form action={submit}>
          <input type="hidden" name="text" value={found.text} />
          <input type="hidden" name="confirmed" value="yes" />
          <Button type="submit" tone="primary" size="m" disabled={sending}>
            {words.import}
          </Button>
        </form>
      )}
    </div>
  )
}

/** Excel in China saves GB18030 unless told otherwise. */
async function readText(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("gb18030").decode(bytes)
  }
}
