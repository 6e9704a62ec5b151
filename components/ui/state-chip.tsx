import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { type Tone, toneText, toneWash } from "@/components/ui/tone"

/** A fill means that somebody has to act; solid is for 紧急 alone. */
export function StateChip({
  icon,
  tone = "quiet",
  fill = "none",
  title,
  children,
}: {
  icon: IconName
  tone?: Tone
  fill?: "none" | "wash" | "solid"
  title?: string
  children: ReactNode
}) {
  return (
    <span
      title={title}
      className={`inline-flex h-5 shrink-0 items-center gap-1 text-meta whitespace-nowrap ${looks(tone, fill)}`}
    >
      <Icon name={icon} size={14} />
      {children}
    </span>
  )
}

function looks(tone: Tone, fill: "none" | "wash" | "solid") {
  const filled = "rounded-chip pr-1.5 pl-1.25 font-semibold"
  if (fill === "solid") return `${filled} bg-cinnabar text-on-cinnabar`
  if (fill === "wash") return `${filled} ${toneText[tone]} ${toneWash[tone]}`
  return toneText[tone]
}
