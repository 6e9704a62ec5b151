"use client"

import { useSearchParams } from "next/navigation"
import { IconLink } from "@/components/ui/icon-button"

/** × of a pane: back to the list as it was filtered. */
export function ClosePane({ label, to }: { label: string; to: string }) {
  const query = useSearchParams().toString()
  return <IconLink icon="x" label={label} href={query ? `${to}?${query}` : to} />
}
