"use client"

import type { ResolutionData, RowGiven } from "@/components/meetings/minutes-types"
import { resolutionColumns } from "@/components/meetings/resolution-columns"
import { RowButton } from "@/components/meetings/row-forms"
import { filled } from "@/components/ui/filled"
import { restoreResolutionAction } from "@/lib/meetings/minutes-actions"

/** One that is struck out: it goes when the correction is published, and until then comes back. */
export function StruckResolution({
  meeting,
  resolution,
  number,
  mayWrite,
  words,
}: RowGiven & { resolution: ResolutionData; number: string }) {
  return (
    <div
      className={`grid min-h-10 items-center gap-x-2 gap-y-1 border-b border-line-soft py-1 text-control text-ink-2 ${resolutionColumns}`}
    >
      <span className="text-ink-3">{number}</span>
      <s className="col-span-3 min-w-0 @min-[44rem]:col-span-2">{resolution.text}</s>
      <span className="col-span-3 col-start-2 flex flex-wrap items-center gap-2 text-meta @min-[44rem]:col-span-2 @min-[44rem]:col-start-auto">
        {words.struck}
        {mayWrite && (
          <RowButton
            {...{ meeting, row: resolution.id, act: restoreResolutionAction, icon: "undo-2" }}
            label={filled(words.restoreResolution, { number })}
            word={words.restore}
          />
        )}
      </span>
    </div>
  )
}
