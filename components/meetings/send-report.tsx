"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { sendReportAction } from "@/lib/meetings/report-actions"

/** 发给部门负责人: a department's part of the week, once. */
export function SendReport({
  week,
  department,
  words,
}: {
  week: string
  department: number
  words: { send: string; hint: string }
}) {
  const [answer, submit, sending] = useActionState(sendReportAction, null)
  return (
    <form action={submit} className="flex items-center gap-2">
      <input type="hidden" name="week" value={week} />
      <input type="hidden" name="department" value={department} />
      {answer?.ok === false && (
        <span role="alert" className="text-meta text-cinnabar-ink">
          {answer.message}
        </span>
      )}
      <Button type="submit" icon="send-horizontal" title={words.hint} disabled={sending}>
        {words.send}
      </Button>
    </form>
  )
}
