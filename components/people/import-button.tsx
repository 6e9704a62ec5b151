"use client"

import { useActionState, useEffect, useState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { importStaffAction } from "@/lib/people/import-actions"

export interface ImportButtonWords {
  import: string
  checking: string
  /** With `{percent}` left in it. */
  writing: string
}

const everyMs = 400

/** 导入: writes what the preview shows, and says how far it is. */
export function ImportButton({
  file,
  mark,
  leavers,
  enabled,
  leadId,
  words,
}: {
  file: number
  mark: string
  leavers: boolean
  enabled: boolean
  leadId: string
  words: ImportButtonWords
}) {
  const [answer, submit, sending] = useActionState(importStaffAction, null)
  const at = useProgress(sending)
  const said =
    at?.step === "writing" ? words.writing.replace("{percent}", percentOf(at)) : words.checking
  return (
    <form action={submit} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="file" value={file} />
      <input type="hidden" name="mark" value={mark} />
      {leavers && <input type="hidden" name="leavers" value="yes" />}
      <span role="status" className="text-control text-ink-2 empty:absolute">
        {sending && said}
      </span>
      <Button
        type="submit"
        tone={enabled ? "primary" : "plain"}
        disabled={!enabled || sending}
        aria-describedby={leadId}
      >
        {words.import}
      </Button>
      {answer?.ok === false && !sending && <FormError>{answer.message}</FormError>}
    </form>
  )
}

interface Progress {
  step: "checking" | "writing"
  share: number
}

const percentOf = ({ share }: Progress): string => String(Math.round(share * 100))

function useProgress(running: boolean): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => {
    if (!running) return
    const ask = async () => {
      const answer = await fetch("/admin/import/files/progress.json").catch(() => null)
      setProgress(answer?.ok ? await answer.json() : null)
    }
    const timer = setInterval(ask, everyMs)
    return () => clearInterval(timer)
  }, [running])
  return running ? progress : null
}
