"use client"

import { useSearchParams } from "next/navigation"
import { IconLink } from "@/components/ui/icon-button"

/** × of a pane: back to the list as it was filtered. */
export function ClosePane({
  to,
  ...look
}: {
  to: string
  label: string
  icon: "x" | "chevron-left"
  className: string
}) {
  const query = useSearchParams().toString()
  return <IconLink {...look} href={query ? `${to}?${query}` : to} />
}
