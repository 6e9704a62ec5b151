"use client"

import { IconButton } from "@/components/ui/icon-button"
import { toast } from "@/components/ui/toast"
import { removeMaterialAction } from "@/lib/meetings/minutes-actions"

/** A wrong file comes off again, for everybody. */
export function RemoveMaterial({
  meeting,
  topic,
  file,
  word,
}: {
  meeting: number
  topic: number
  file: number
  word: string
}) {
  const remove = async () => {
    const answer = await removeMaterialAction({ id: meeting, topic, file })
    if (!answer.ok) toast(answer.message)
  }
  return <IconButton icon="x" label={word} onClick={() => void remove()} />
}
