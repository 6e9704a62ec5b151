"use client"

import { useState } from "react"
import { Icon } from "@/components/ui/icon"
import { sendFile } from "@/components/ui/sending-file"
import { addMaterialAction } from "@/lib/meetings/minutes-actions"

/** Sends a file as soon as it is chosen and hangs it on the topic. */
export function MaterialButton({
  id,
  topic,
  words,
}: {
  id: number
  topic: number
  words: { add: string; sending: string }
}) {
  const [percent, setPercent] = useState<number | null>(null)
  const [failed, setFailed] = useState("")
  const send = async (file: File | undefined) => {
    if (!file) return
    setFailed("")
    setPercent(0)
    try {
      const sent = await sendFile(file, setPercent)
      const answer =
        "id" in sent
          ? await addMaterialAction({ id, topic, file: sent.id })
          : { ok: false, ...sent }
      if (!answer.ok && "message" in answer) setFailed(String(answer.message))
    } catch (error) {
      setFailed(error instanceof Error ? error.message : "")
    }
    setPercent(null)
  }
  return (
    <label className="needs-script mt-1 inline-flex cursor-pointer items-center gap-1.5 text-meta text-ink-2 hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus">
      <Icon name="paperclip" size={14} />
      {percent === null ? words.add : `${words.sending} ${percent}%`}
      <input
        type="file"
        className="sr-only"
        disabled={percent !== null}
        onChange={(event) => void send(event.currentTarget.files?.[0])}
      />
      {failed && (
        <span role="alert" className="text-cinnabar-ink">
          {failed}
        </span>
      )}
    </label>
  )
}
