"use client"

import { useRouter } from "next/navigation"
import { type FormEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"

/** Hands a file in. With script the page stays, with what is written on it, whatever comes of it. */
export function GuestUpload({
  action,
  words,
  refused,
}: {
  action: string
  words: { choose: string; send: string; sending: string; note: string; refused: string }
  refused: boolean
}) {
  const router = useRouter()
  const [sending, setSending] = useState(false)
  const [wrong, setWrong] = useState(refused ? words.refused : "")
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setSending(true)
    setWrong("")
    const headers = { accept: "application/json" }
    const answer = await fetch(action, { method: "POST", headers, body: new FormData(form) })
      .then((response) => response.json())
      .catch(() => ({ ok: false, message: words.refused }))
    setSending(false)
    if (!answer.ok) return setWrong(String(answer.message))
    form.reset()
    router.refresh()
  }
  return (
    <form method="post" action={action} encType="multipart/form-data" onSubmit={send}>
      {wrong && <FormError>{wrong}</FormError>}
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="file"
          name="file"
          required
          aria-label={words.choose}
          className="min-w-0 flex-1 text-control text-ink-2 file:mr-3 file:h-field file:rounded-field file:border file:border-line file:bg-surface file:px-3 file:text-ink max-md:file:h-11"
        />
        <Button type="submit" icon="upload" size="m" disabled={sending}>
          {sending ? words.sending : words.send}
        </Button>
      </div>
      <p className="mt-1 text-meta text-ink-3">{words.note}</p>
    </form>
  )
}
