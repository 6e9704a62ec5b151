"use client"

import { useSearchParams } from "next/navigation"
import { IconLink } from "@/components/ui/icon-button"

/** × of a pane: back to the list as it was filtered, without the record that `open` named. */
export function ClosePane({
  to,
  ...look
}: {
  to: string
  label: string
  icon: "x" | "chevron-left"
  className: string
}) {
  const kept = new URLSearchParams(useSearchParams())
  kept.delete("open")
  const query = kept.toString()
  return <IconLink {...look} href={query ? `${to}?${query}` : to} />
}
