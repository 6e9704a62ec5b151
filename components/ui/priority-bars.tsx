import { Icon } from "@/components/ui/icon"

/** Three bars. `label` is spoken, so give it where the word doesn't stand beside them. */
export function PriorityBars({
  level,
  label,
}: {
  level: "high" | "medium" | "low"
  label?: string
}) {
  return <Icon name={`priority-${level}`} size={14} label={label} className="text-ink" />
}
