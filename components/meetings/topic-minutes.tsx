"use client"

import { useState } from "react"
import type {
  PointData,
  ResolutionData,
  RowGiven,
  SpeakerOption,
} from "@/components/meetings/minutes-types"
import { PointRow } from "@/components/meetings/point-row"
import { ResolutionTable } from "@/components/meetings/resolution-table"
import { useWriters } from "@/components/meetings/use-writers"
import { Button } from "@/components/ui/button"
import type { QuickPick } from "@/components/ui/date-time-field"
import { addPointAction } from "@/lib/meetings/minutes-actions"

export type TopicGiven = RowGiven & {
  topic: { id: number; number: number; title: string; running: boolean; aside: string }
  points: readonly PointData[]
  resolutions: readonly ResolutionData[]
  speakers: readonly SpeakerOption[]
  picks: readonly QuickPick[]
}

/** One topic of the minutes: points with who said them, then its resolutions. */
export function TopicMinutes(given: TopicGiven) {
  const { topic, points, words, mayWrite, meeting } = given
  const [mine, setMine] = useState<number | null>(null)
  const writers = useWriters(meeting, given.me)
  const add = async () => {
    const answer = await addPointAction({ id: meeting, topic: topic.id })
    if (answer.ok) setMine(answer.value)
  }
  return (
    <section aria-label={topic.title} className="mt-5">
      <h3 className="flex items-baseline gap-3 text-panel">
        <span>
          {`${topic.number}. `}
          {topic.title}
        </span>
        <span
          className={`text-meta font-normal ${topic.running ? "font-semibold text-accent-ink" : "text-ink-3"}`}
        >
          {topic.aside}
        </span>
      </h3>
      <div className="mt-1">
        {points.map((point, at) => (
          <PointRow
            key={point.id}
            {...given}
            point={point}
            m={at + 1}
            focus={point.id === mine}
            writer={writers.at(`point-${point.id}`)}
            tell={() => writers.tell(`point-${point.id}`)}
            next={() => void add()}
          />
        ))}
      </div>
      {mayWrite && (
        <Button tone="quiet" icon="plus" onClick={() => void add()} className="needs-script">
          {words.addPoint}
        </Button>
      )}
      <ResolutionTable {...given} writers={writers} />
    </section>
  )
}
