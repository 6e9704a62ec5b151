"use client"

import { useRouter } from "next/navigation"
import { useEffect, useEffectEvent, useRef, useState, useTransition } from "react"
import { tooLargeToImport } from "@/components/people/import-sending"
import { buttonClass } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { Icon } from "@/components/ui/icon"
import { sendFile } from "@/components/ui/sending-file"

export interface FileWords {
  choose: string
  chosen: string
  tooLarge: string
  failed: string
  checking: string
  /** With `{percent}` left in it. */
  sending: string
}

/** Sends the file as soon as it is chosen; a plain form for browsers without script. */
export function ImportFile({
  words,
  primary,
  page = "/admin/import",
  whole = false,
}: {
  words: FileWords
  primary: boolean
  /** Where it is looked at. */
  page?: string
  /** Loads that page anew: where records open beside a list, its address would be taken for one. */
  whole?: boolean
}) {
  const router = useRouter()
  const [sent, setSent] = useState<number | null>(null)
  const [wrong, setWrong] = useState("")
  const [checking, startChecking] = useTransition()
  const field = useRef<HTMLInputElement>(null)
  const take = async (input: HTMLInputElement | null) => {
    const [file] = input?.files ?? []
    if (!input || !file) return
    setWrong(tooLargeToImport(file) ? words.tooLarge : "")
    if (tooLargeToImport(file)) return
    setSent(0)
    const answer = await sendFile(file, setSent).catch(() => ({ message: words.failed }))
    setSent(null)
    input.value = ""
    if ("message" in answer) setWrong(answer.message)
    else if (whole) location.assign(`${page}?file=${answer.id}`)
    else startChecking(() => router.push(`${page}?file=${answer.id}`))
  }
  const early = useEffectEvent(() => take(field.current))
  // Chosen before the script had arrived.
  useEffect(() => void early(), [])
  const busy = sent !== null || checking
  const state = sent === null ? words.checking : words.sending.replace("{percent}", String(sent))
  const look = buttonClass({ tone: primary ? "primary" : "plain" })
  return (
    <form
      action={`/files?next=${page}`}
      method="post"
      encType="multipart/form-data"
      className="flex flex-wrap items-center gap-2"
    >
      <span role="status" className="text-control text-ink-2 empty:absolute">
        {busy && state}
      </span>
      {sent !== null && <progress className="sr-only" value={sent} max={100} aria-label={state} />}
      <label
        className={`needs-script relative overflow-hidden has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus ${look}`}
      >
        <Icon name="upload" />
        {words.choose}
        <input
          ref={field}
          type="file"
          accept=".csv,.xlsx,.txt"
          onChange={(event) => take(event.currentTarget)}
          disabled={busy}
          className="absolute inset-0 cursor-pointer opacity-0"
        />
      </label>
      <noscript>
        <input type="file" name="file" aria-label={words.choose} required />
        <button type="submit" className={look}>
          {words.chosen}
        </button>
      </noscript>
      {wrong && <FormError>{wrong}</FormError>}
    </form>
  )
}
