"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { Textarea } from "@/components/ui/textarea"
import { saveRemarkAction } from "@/lib/meetings/plain-actions"

/** 备注 under the minutes. */
export function RemarkForm({
  id,
  remark,
  words,
}: {
  id: number
  remark: string
  words: { remark: string; save: string }
}) {
  const [answer, submit, sending] = useActionState(saveRemarkAction, null)
  return (
    <form action={submit} className="mt-6 grid gap-2 border-t border-line pt-3">
      <input type="hidden" name="id" value={id} />
      <h3 className="text-panel">{words.remark}</h3>
      <Textarea
        key={remark}
        name="remark"
        aria-label={words.remark}
        defaultValue={remark}
        rows={2}
        maxLength={2_000}
      />
      {answer?.ok === false && (
        <p role="alert" className="text-meta text-cinnabar-ink">
          {answer.message}
        </p>
      )}
      <Button type="submit" disabled={sending} className="justify-self-start">
        {words.save}
      </Button>
    </form>
  )
}
