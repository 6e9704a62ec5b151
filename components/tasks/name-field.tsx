"use client"

import { useState } from "react"
import { Field } from "@/components/ui/field"
import { Icon } from "@/components/ui/icon"
import { IconButton } from "@/components/ui/icon-button"
import { findVague } from "@/lib/platform/vague"

/** 任务名称: a vague time is pointed out inside the same box, with two exact ones. Nothing blocks. */
export function NameField({
  className,
  label,
  error,
  defaultValue,
  offers,
  words,
}: {
  className: string
  label: string
  error: string | undefined
  defaultValue: string
  offers: string[]
  words: { vague: string; before: string; dismiss: string }
}) {
  const [name, setName] = useState(defaultValue)
  const [dismissed, setDismissed] = useState("")
  const vague = findVague(name).find((found) => found.kind === "time" && found.word !== dismissed)
  const put = (time: string) =>
    vague && setName(name.slice(0, vague.index) + time + name.slice(vague.index + vague.length))
  return (
    <Field label={label} error={error} className={className}>
      {(wiring) => (
        <div className="field-box overflow-hidden">
          <input
            {...wiring}
            name="name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            maxLength={200}
            // The dialog opens for this field.
            // biome-ignore lint/a11y/noAutofocus: a form's first field, in a dialog that was asked for
            autoFocus
            className="h-10 w-full bg-transparent px-2.5 text-panel outline-none"
          />
          {vague && (
            <div
              className="flex flex-wrap items-center gap-2 bg-support-wash px-2.5 py-1 text-meta text-support"
              role="status"
            >
              <Icon name="clock" size={14} />
              {words.vague.replace("{word}", vague.word)}
              {offers.map((time) => (
                <button
                  key={time}
                  type="button"
                  onClick={() => put(words.before.replace("{time}", time))}
                  className="h-6 rounded-chip bg-surface px-2 text-ink hover:bg-hover"
                >
                  {words.before.replace("{time}", time)}
                </button>
              ))}
              <IconButton
                icon="x"
                label={words.dismiss}
                className="ml-auto"
                onClick={() => setDismissed(vague.word)}
              />
            </div>
          )}
        </div>
      )}
    </Field>
  )
}
