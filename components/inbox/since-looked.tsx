"use client"

import { type ReactNode, useState } from "react"
import { Section } from "@/components/ui/section"
import { Timeline } from "@/components/ui/timeline"

/**
 * What happened to a record, newest first; what its reader hasn't looked at comes before the rest
 * of the record. Looking reads it, so what was new when the record opened is kept here.
 */
export function SinceLooked({
  since,
  rows,
  words,
  children,
}: {
  /** The first event that wasn't looked at. */
  since: number | null
  rows: { id: number; row: ReactNode }[]
  words: { fresh: string; all: string; earlier: string }
  /** Stands between the two. */
  children?: ReactNode
}) {
  const [from] = useState(since ?? Number.POSITIVE_INFINITY)
  const fresh = rows.filter(({ id }) => id >= from)
  const before = rows.filter(({ id }) => id < from)
  return (
    <>
      {fresh.length > 0 && (
        <Section title={words.fresh} count={fresh.length} size="small">
          <Timeline>{fresh.map(({ row }) => row)}</Timeline>
        </Section>
      )}
      {children}
      {before.length > 0 && (
        <Section title={fresh.length > 0 ? words.earlier : words.all} size="small">
          <Timeline>{before.map(({ row }) => row)}</Timeline>
        </Section>
      )}
    </>
  )
}
