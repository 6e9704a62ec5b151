"use client"

import { useEffect, useRef } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import { look } from "@/components/messages/talk-requests"
import { pressedLink } from "@/components/shell/pressed-link"
import { toast } from "@/components/ui/toast"
import type { MessageView } from "@/lib/messages/view"

/**
 * A link to a message of the group that is open leads there at once, however often it is followed:
 * the page isn't read anew, and what is being written stays.
 * @param toMessage to what it leads to, or to what begins its thread
 * @param openThread the thread of an answer that it leads to
 */
export function useLinksHere(
  toMessage: (message: MessageView) => void,
  openThread: (rootId: number) => void,
) {
  const { group, words } = useTalkSetting()
  const latest = useRef({ toMessage, openThread })
  latest.current = { toMessage, openThread }
  useEffect(() => {
    const follow = async (id: number) => {
      const found = await look<{ root: MessageView }>("thread", { message: id })
      if (!found) return toast(words.over404)
      if (found.root.id !== id) latest.current.openThread(found.root.id)
      latest.current.toMessage(found.root)
    }
    const onClick = (event: MouseEvent) => {
      const link = pressedLink(event, `[data-talk] a[href^="/groups/${group.id}?message="]`)
      const id = Number(link && new URL(link.href).searchParams.get("message"))
      if (!id) return
      event.preventDefault()
      void follow(id)
    }
    // Before the portal's own links are followed.
    document.addEventListener("click", onClick, true)
    return () => document.removeEventListener("click", onClick, true)
  }, [group.id, words])
}
