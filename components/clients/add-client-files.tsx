"use client"

import { useState } from "react"
import { StopDialog } from "@/components/outward/stop-dialog"
import { stopIn } from "@/components/outward/stopped"
import type { OutwardWords } from "@/components/outward/ways-out"
import { AddFiles } from "@/components/tasks/add-files"
import { toast } from "@/components/ui/toast"
import { fillShelfAction } from "@/lib/clients/shelf-actions"
import type { WayOut } from "@/lib/outward/inputs"
import type { Stop } from "@/lib/outward/stop"
import type { Result } from "@/lib/platform/result"

interface Stopped {
  stop: Stop
  choose: (way: WayOut | null) => void
}

/** Puts files out for a client; where guests read along, what is sensitive in one stops it first. */
export function AddClientFiles({
  id,
  words,
  outward,
}: {
  id: number
  words: Record<"add" | "failed" | "sending", string>
  outward: OutwardWords
}) {
  const [stopped, setStopped] = useState<Stopped | null>(null)
  const add = async (input: { id: number; files: number[] }): Promise<Result<unknown>> => {
    const answer = await fillShelfAction(input)
    const stop = stopIn(answer)
    if (!stop) return answer
    const way = await new Promise<WayOut | null>((choose) => setStopped({ stop, choose }))
    setStopped(null)
    if (!way) return { ok: true, value: undefined }
    const second = await fillShelfAction({ ...input, ...way })
    if (second.ok && second.value?.asked) toast(outward.stop.asked)
    return second
  }
  return (
    <>
      <AddFiles {...{ id, words }} action={add} />
      {stopped && (
        <StopDialog
          text=""
          stop={stopped.stop}
          words={outward.stop}
          kinds={outward.kinds}
          onChoose={stopped.choose}
        />
      )}
    </>
  )
}
