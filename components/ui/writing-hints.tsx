"use client"

import { SensitiveHint } from "@/components/ui/sensitive-hint"
import type { useWriting, WritingHelp } from "@/components/ui/use-writing"
import { VagueHint } from "@/components/ui/vague-hint"

/** What there is to say of a text while it is written: of what mustn't leave the company first. */
export function WritingHints({
  writing: { sensitive, hit, replace, dismiss },
  help,
}: {
  writing: Pick<ReturnType<typeof useWriting>, "sensitive" | "hit" | "replace" | "dismiss">
  help: WritingHelp
}) {
  return (
    <>
      <SensitiveHint
        hit={sensitive.hit}
        words={help.sensitive}
        onMask={sensitive.mask}
        onDismiss={sensitive.dismiss}
      />
      <VagueHint
        hit={sensitive.hit ? undefined : hit}
        help={help}
        onReplace={replace}
        onDismiss={dismiss}
      />
    </>
  )
}
