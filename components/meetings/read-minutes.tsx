"use client"

import { useEffect } from "react"
import { readMinutesAction } from "@/lib/meetings/minutes-actions"

/** Looking at published minutes is reading them. */
export function ReadMinutes({ id }: { id: number }) {
  useEffect(() => {
    void readMinutesAction({ id })
  }, [id])
  return null
}
