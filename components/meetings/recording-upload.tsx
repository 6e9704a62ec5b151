"use client"

import { useRouter } from "next/navigation"
import { useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"
import { giveUp, sendInPieces } from "@/components/ui/sending-pieces"
import { keepRecordingAction } from "@/lib/meetings/recording-actions"

interface Words {
  choose: string
  hint: string
  sending: string
  stop: string
  failed: string
  half: string
  giveUp: string
}

/** Sends a recording in pieces; what was left off half way goes on when the same file is chosen. */
export function RecordingUpload({
  id,
  half,
  words,
}: {
  id: number
  half: { id: number; name: string; percent: number } | null
  words: Words
}) {
  const { percent, failed, send, stop } = useSending(id, words)
  const router = useRouter()
  if (percent !== null)
    return (
      <div className="mt-2 flex items-center gap-3 text-control">
        <progress
          aria-label={filled(words.sending, { percent })}
          max={100}
          value={percent}
          className="h-1 flex-1 accent-accent"
        />
        <span role="status" className="tabular-nums">
          {filled(words.sending, { percent })}
        </span>
        <Button onClick={stop}>{words.stop}</Button>
      </div>
    )
  return (
    <div className="needs-script mt-2 text-control">
      {half && (
        <p className="flex flex-wrap items-center gap-x-2 text-meta text-support">
          {filled(words.half, { name: half.name, percent: half.percent })}
          <button
            type="button"
            className="link"
            onClick={() => void giveUp(half.id).then(() => router.refresh())}
          >
            {words.giveUp}
          </button>
        </p>
      )}
      <label className="button button-plain button-s mt-1 cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-focus">
        <Icon name="upload" size={14} />
        {words.choose}
        <input
          type="file"
          accept="audio/*,video/*"
          className="sr-only"
          onChange={(event) => void send(event.currentTarget.files?.[0])}
        />
      </label>
      <p className="mt-1 text-meta text-ink-3">{words.hint}</p>
      {failed && (
        <p role="alert" className="text-meta text-cinnabar-ink">
          {failed}
        </p>
      )}
    </div>
  )
}

function useSending(id: number, words: Words) {
  const [percent, setPercent] = useState<number | null>(null)
  const [failed, setFailed] = useState("")
  const running = useRef<AbortController>(null)
  const router = useRouter()
  const send = async (file: File | undefined) => {
    if (!file) return
    const control = new AbortController()
    running.current = control
    setFailed("")
    setPercent(0)
    try {
      const sent = await sendInPieces(file, `meeting:${id}`, setPercent, control.signal)
      const answer =
        "id" in sent
          ? await keepRecordingAction({ id, file: sent.id })
          : { ok: false as const, ...sent }
      if (!answer.ok) setFailed(answer.message)
    } catch {
      if (!control.signal.aborted) setFailed(words.failed)
      router.refresh()
    }
    setPercent(null)
  }
  return {
    ...{ percent, failed, send },
    stop: () => running.current?.abort(),
  }
}
