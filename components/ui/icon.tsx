import type { IconName } from "@/components/ui/icon-names"
import { spriteFile } from "@/components/ui/sprite-file"

export type IconSize = 12 | 14 | 16 | 18 | 20 | 22

const sizes = {
  12: "icon-12",
  14: "icon-14",
  16: "icon-16",
  18: "icon-18",
  20: "icon-20",
  22: "icon-22",
} satisfies Record<IconSize, string>

/** Decoration beside a word; give `label` only where no word stands. */
export function Icon({
  name,
  size = 16,
  className = "",
  label,
}: {
  name: IconName
  size?: IconSize
  className?: string
  label?: string
}) {
  const classes = `icon ${sizes[size]}${className && ` ${className}`}`
  const drawing = <use href={`${spriteFile}#${name}`} />
  if (!label)
    return (
      <svg className={classes} aria-hidden="true">
        {drawing}
      </svg>
    )
  return (
    <svg className={classes} role="img" aria-label={label}>
      {drawing}
    </svg>
  )
}
