"use client"

import { useRouter } from "next/navigation"
import { type ChangeEvent, type FormEvent, useEffect, useState } from "react"
import { type Cut, cutOut, FaceCrop, middle } from "@/components/people/face-crop"
import { Button, buttonClass } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"

type Words = Record<
  | "label"
  | "choose"
  | "hint"
  | "save"
  | "remove"
  | "failed"
  | "preview"
  | "zoom"
  | "across"
  | "down",
  string
>

/**
 * 头像: chosen, cut to a square and sent. Without script, or when the browser can't open the
 * picture, the form sends the file and the server takes its middle.
 */
export function FaceForm({ has, failed, words }: { has: boolean; failed: boolean; words: Words }) {
  const router = useRouter()
  const [picture, setPicture] = useState<ImageBitmap | null>(null)
  const [cut, setCut] = useState<Cut>(middle)
  const [said, setSaid] = useState(failed ? words.failed : "")
  const [sending, setSending] = useState(false)
  const [name, setName] = useState("")
  // The browser's own field speaks the browser's language; it stays where nothing else works.
  const [scripted, setScripted] = useState(false)

  useEffect(() => setScripted(true), [])

  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0]
    setSaid("")
    setCut(middle)
    setName(file?.name ?? "")
    setPicture(file ? await createImageBitmap(file).catch(() => null) : null)
  }
  const send = async (event: FormEvent<HTMLFormElement>) => {
    if (!picture) return
    const form = event.currentTarget
    event.preventDefault()
    setSending(true)
    const sentence = await sendFace(await cutOut(picture, cut), words.failed)
    setSending(false)
    setSaid(sentence)
    if (sentence) return
    form.reset()
    setName("")
    setPicture(null)
    router.refresh()
  }
  return (
    <div className="min-w-0 flex-1 space-y-3">
      <form
        method="post"
        action="/settings/face"
        encType="multipart/form-data"
        onSubmit={send}
        className="space-y-3"
      >
        <div className="flex flex-wrap items-center gap-3">
          <label
            className={
              scripted
                ? `${buttonClass({ tone: "plain" })} has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus`
                : "text-control"
            }
          >
            {scripted ? words.choose : words.label}
            <input
              type="file"
              name="face"
              aria-label={words.label}
              accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
              required
              onChange={choose}
              className={scripted ? "sr-only" : "ml-3"}
            />
          </label>
          <span className="text-meta text-ink-3">{name || words.hint}</span>
        </div>
        {picture && <FaceCrop {...{ picture, cut, words }} onCut={setCut} />}
        {(name || !scripted) && (
          <Button type="submit" disabled={sending}>
            {words.save}
          </Button>
        )}
        {said && <FieldError>{said}</FieldError>}
      </form>
      {has && <RemoveFace word={words.remove} />}
    </div>
  )
}

function RemoveFace({ word }: { word: string }) {
  return (
    <form method="post" action="/settings/face" encType="multipart/form-data">
      <input type="hidden" name="remove" value="yes" />
      <Button type="submit" tone="quiet">
        {word}
      </Button>
    </form>
  )
}

/** @returns what went wrong, in a sentence; "" when it is done */
async function sendFace(blob: Blob | null, failed: string): Promise<string> {
  if (!blob) return failed
  try {
    const response = await fetch("/settings/face", {
      method: "POST",
      headers: { accept: "application/json", "content-type": blob.type },
      body: blob,
    })
    const answer: unknown = await response.json()
    if (Object(answer).ok === true) return ""
    const message: unknown = Object(answer).message
    return typeof message === "string" ? message : failed
  } catch {
    return failed
  }
}
