"use client"

import { Failed } from "@/components/shell/failed"

/** A page that failed keeps its frame; the number is the one in the log. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return <Failed digest={error.digest ?? ""} again={reset} />
}
