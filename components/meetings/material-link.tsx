"use client"

import { Icon } from "@/components/ui/icon"
import { readMaterialAction } from "@/lib/meetings/minutes-actions"

/** Opening it is reading it. */
export function MaterialLink({
  meeting,
  file,
  name,
}: {
  meeting: number
  file: number
  name: string
}) {
  return (
    <a
      href={`/files/${file}`}
      className="link inline-flex min-w-0 items-center gap-1.5"
      onClick={() => void readMaterialAction({ id: meeting, file })}
    >
      <Icon name="file-text" size={14} />
      <span className="truncate">{name}</span>
    </a>
  )
}
