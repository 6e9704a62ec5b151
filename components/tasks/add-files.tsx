"use client"

import { startTransition, useRef, useState } from "react"
import { FieldError } from "@/components/ui/field"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"
import { sendFile } from "@/components/ui/sending-file"
import type { Result } from "@/lib/platform/result"

/** Files are sent one after another and hang on the record as each arrives. */
export function AddFiles({
  id,
  action,
  words,
}: {
  id: number
  /** What hangs them on the record. */
  action: (input: { id: number; files: number[] }) => Promise<Result<unknown>>
  words: Record<"add" | "failed" | "sending", string>
}) {
  const field = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState("")
  const [failed, setFailed] = useState("")
  const send = async (file: File) => {
    const say = (percent: number) => setSending(filled(words.sending, { name: file.name, percent }))
    say(0)
    const sent = await sendFile(file, say).catch(() => ({ message: words.failed }))
    if ("message" in sent) return sent.message
    const answer = await action({ id, files: [sent.id] })
    return answer.ok ? "" : answer.message
  }
  const sendAll = (files: readonly File[]) =>
    startTransition(async () => {
      setFailed("")
      for (const file of files) {
        const wrong = await send(file)
        if (wrong) setFailed(`${file.name} ${wrong}`)
      }
      setSending("")
      if (field.current) field.current.value = ""
    })
  return (
    <div className="needs-script">
      <label
        className="flex min-h-7.5 w-fit cursor-pointer items-center gap-2.5 rounded-chip text-prose text-ink-3 hover:text-ink has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus max-md:min-h-11"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          sendAll([...event.dataTransfer.files])
        }}
      >
        <Icon name="paperclip" size={14} />
        <span role="status">{sending || words.add}</span>
        <input
          ref={field}
          type="file"
          multiple
          aria-label={words.add}
          className="sr-only"
          onChange={(event) => sendAll([...(event.currentTarget.files ?? [])])}
        />
      </label>
      {failed && <FieldError>{failed}</FieldError>}
    </div>
  )
}
