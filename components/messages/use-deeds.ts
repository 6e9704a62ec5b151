"use client"

import { useRouter } from "next/navigation"
import { useMemo, useRef } from "react"
import type { MessageDeeds } from "@/components/messages/hover-bar"
import { useTalkSetting } from "@/components/messages/talk-context"
import { ask, look, unreachable } from "@/components/messages/talk-requests"
import { putInClipboard } from "@/components/ui/clipboard"
import { toast } from "@/components/ui/toast"
import type { MessageView } from "@/lib/messages/view"

/** What the conversation itself does about some deeds. */
export interface Opening {
  /** What is kept already, and to note that it is, or no longer. */
  ids: ReadonlySet<number>
  mark(id: number, on: boolean): void
  openThread(message: MessageView): void
  quote(message: MessageView): void
  open(dialog: { what: "edit" | "versions" | "forward" | "move"; message: MessageView }): void
  stayUnread(message: MessageView): void
}

/** Everything that can be done to a message; what is refused is said, with what to do next. */
export function useDeeds(opening: Opening): MessageDeeds {
  const router = useRouter()
  const { words, group } = useTalkSetting()
  const now = useRef(opening)
  now.current = opening
  return useMemo(() => {
    const run = async (verb: string, input: object, done?: string) => {
      const answer = await ask(verb, input)
      if (answer === unreachable) toast(words.offline)
      else if (!answer.ok) toast(answer.message)
      else if (done) toast(done)
      return answer !== unreachable && answer.ok
    }
    const copy = async (text: string, done: string) => {
      await putInClipboard(text)
      toast(done)
    }
    return {
      react: (message, code, on) => void run("react", { id: message.id, code, on }),
      openThread: (message) => now.current.openThread(message),
      quote: (message) => now.current.quote(message),
      edit: (message) => now.current.open({ what: "edit", message }),
      versions: (message) => now.current.open({ what: "versions", message }),
      forward: (message) => now.current.open({ what: "forward", message }),
      move: (message) => now.current.open({ what: "move", message }),
      makeTask: (message) => router.push(`/tasks/new?from=message:${message.id}`),
      makeMatter: (message) => router.push(`/matters/new?from=message:${message.id}`),
      keep: async ({ id }) => {
        const on = !now.current.ids.has(id)
        if (await run("keep", { id, on }, on ? words.do.kept : undefined)) now.current.mark(id, on)
      },
      withdraw: async ({ id }) => {
        // What had the focus is gone with the words; the line that stays has it then.
        if (await run("withdraw", { id })) focusOn(id)
      },
      answered: (message) => void run("done", { messageId: message.id }),
      markUnread: async (message) => {
        if (await run("unread", { id: message.id })) now.current.stayUnread(message)
      },
      copyText: async (message) => {
        const found = await look<{ body: string }>("source", { message: message.id })
        if (found) await copy(found.body, words.do.copied)
      },
      copyLink: (message) =>
        void copy(`${location.origin}/groups/${group.id}?message=${message.id}`, words.do.linked),
    }
  }, [router, words, group.id])
}

/** Puts the focus on a message; where it isn't shown, into the message box. */
export function focusOn(id: number | null): void {
  const box = document.querySelector<HTMLElement>("[data-writing] textarea")
  const found = document.getElementById(`m${id}`) ?? box
  found?.focus({ preventScroll: true })
}
