import type { Run } from "@/components/ui/pinyin-match"

/** Text with what was typed in accent ink. */
export function Matched({ runs }: { runs: Run[] }) {
  return runs.map((run, at) =>
    run.matched ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs are in the text's own order
      <mark key={at} className="bg-transparent font-semibold text-accent-ink">
        {run.text}
      </mark>
    ) : (
      run.text
    ),
  )
}
