"use client"

import { useRouter } from "next/navigation"
import { useLayoutEffect } from "react"
import { registerShortcut } from "@/components/shell/shortcuts"

/** What single keys do on the calendar; the sheet of shortcuts lists them. */
export function CalendarKeys({
  group,
  keys,
}: {
  group: string
  keys: { keys: string; label: string; href: string }[]
}) {
  const router = useRouter()
  const written = JSON.stringify(keys)
  // With the address, not after it: the next key is meant for what is shown now.
  useLayoutEffect(() => {
    const all: typeof keys = JSON.parse(written)
    const forget = all.map(({ keys: typed, label, href }) =>
      registerShortcut({ keys: typed, label, group, run: () => router.push(href) }),
    )
    return () => {
      for (const each of forget) each()
    }
  }, [written, group, router])
  return null
}
