"use client"

import { useState } from "react"
import { resolutionColumns } from "@/components/meetings/resolution-columns"
import { ResolutionRow } from "@/components/meetings/resolution-row"
import { StruckResolution } from "@/components/meetings/struck-resolution"
import type { TopicGiven } from "@/components/meetings/topic-minutes"
import type { Writers } from "@/components/meetings/use-writers"
import { Button } from "@/components/ui/button"
import { addResolutionAction } from "@/lib/meetings/minutes-actions"

/** 决议: number, what, who, by when. */
export function ResolutionTable(given: TopicGiven & { writers: Writers }) {
  const { topic, resolutions, words, mayWrite, meeting, writers } = given
  const [mine, setMine] = useState<number | null>(null)
  const add = async () => {
    const answer = await addResolutionAction({ id: meeting, topic: topic.id })
    if (answer.ok) setMine(answer.value)
  }
  return (
    <div className="@container mt-1">
      {resolutions.length > 0 && (
        <div
          aria-hidden
          className={`hidden h-7 items-center gap-x-2 border-b border-line text-meta text-ink-3 @min-[44rem]:grid ${resolutionColumns}`}
        >
          <span>{words.columns.number}</span>
          <span>{words.columns.text}</span>
          <span>{words.columns.owner}</span>
          <span>{words.columns.due}</span>
        </div>
      )}
      {resolutions.map((resolution, at) =>
        resolution.withdrawn ? (
          <StruckResolution
            key={resolution.id}
            {...given}
            resolution={resolution}
            number={`${topic.number}-${at + 1}`}
          />
        ) : (
          <ResolutionRow
            key={resolution.id}
            {...given}
            resolution={resolution}
            number={`${topic.number}-${at + 1}`}
            focus={resolution.id === mine}
            writer={writers.at(`resolution-${resolution.id}`)}
            tell={() => writers.tell(`resolution-${resolution.id}`)}
          />
        ),
      )}
      {mayWrite && (
        <Button tone="quiet" icon="list-checks" onClick={() => void add()} className="needs-script">
          {words.addResolution}
        </Button>
      )}
    </div>
  )
}
