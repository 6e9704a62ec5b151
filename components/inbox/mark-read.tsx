"use client"

import { useEffect } from "react"
import { readRecordAction } from "@/lib/notifications/actions"

/** Looking at a record reads what the inbox said of it. Put only where something is unread. */
export function MarkRead({ kind, id }: { kind: string; id: number }) {
  useEffect(() => {
    void readRecordAction({ kind, id })
  }, [kind, id])
  return null
}
