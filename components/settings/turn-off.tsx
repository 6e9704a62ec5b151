"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import type { FindKind } from "@/lib/platform/screening/kinds"
import { turnOffScreeningAction } from "@/lib/settings/actions"

/** 关闭此类: it isn't looked for any more. */
export function TurnOff({ kind, label }: { kind: FindKind; label: string }) {
  const [, submit, sending] = useActionState(turnOffScreeningAction, null)
  return (
    <form action={submit}>
      <input type="hidden" name="kind" value={kind} />
      <Button type="submit" tone="quiet" disabled={sending}>
        {label}
      </Button>
    </form>
  )
}
