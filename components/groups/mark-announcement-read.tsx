"use client"

import { useEffect } from "react"
import { readAnnouncementAction } from "@/lib/groups/actions"

/** Whoever has the announcement before them reads it. Put only where they haven't. */
export function MarkAnnouncementRead({ groupId, id }: { groupId: number; id: number }) {
  useEffect(() => {
    void readAnnouncementAction({ groupId, announcementId: id })
  }, [groupId, id])
  return null
}
