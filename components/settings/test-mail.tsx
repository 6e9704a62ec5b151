"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { testMailAction } from "@/lib/settings/actions"

/** 发送测试邮件, to oneself. */
export function TestMail({ label, queued }: { label: string; queued: string }) {
  const [answer, submit, sending] = useActionState(testMailAction, null)
  return (
    <form action={submit} className="mt-3 flex flex-wrap items-center gap-3">
      <Button type="submit" icon="send-horizontal" disabled={sending}>
        {label}
      </Button>
      <span role="status" className="text-control text-done">
        {answer?.ok && !sending && queued}
      </span>
      {answer?.ok === false && <FieldError>{answer.message}</FieldError>}
    </form>
  )
}
