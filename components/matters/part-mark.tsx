import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"

export type Mark = "confirmed" | "toConfirm" | "heldUp"

const looks = {
  confirmed: { icon: "check", drawn: "text-done", word: "" },
  toConfirm: { icon: "state-todo", drawn: "text-ink-3", word: "text-ink-3" },
  heldUp: { icon: "hand", drawn: "text-support", word: "text-support" },
} as const satisfies Record<Mark, { icon: IconName; drawn: string; word: string }>

/** A department with how it stands: agreed, not yet, or held up here. `label` says it aloud. */
export function PartMark({ mark, name, label }: { mark: Mark; name: string; label?: string }) {
  const { icon, drawn, word } = looks[mark]
  return (
    <span
      className={`inline-flex items-center gap-1 text-meta whitespace-nowrap ${word}`}
      title={label}
    >
      <Icon name={icon} size={12} className={drawn} {...(label && { label })} />
      {name}
    </span>
  )
}
