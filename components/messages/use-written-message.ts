"use client"

import { type RefObject, useState } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import { draftIn, useDraft } from "@/components/messages/use-draft"
import { type Mention, useMentions } from "@/components/messages/use-mentions"
import { useTyping } from "@/components/messages/use-typing"
import { useUploads } from "@/components/messages/use-uploads"
import type { TextBox } from "@/components/ui/text-editing"
import { useWriting } from "@/components/ui/use-writing"
import type { Draft } from "@/lib/messages/drafting"
import type { NewMessage } from "@/lib/messages/inputs"
import { withOwnLinks } from "@/lib/messages/own-links"

export const longest = 10_000

export type Urgency = "ordinary" | "urgent"
export type Written = Omit<NewMessage, "groupId">

interface Begun {
  threadId: number | null
  quoteId: number | null
  draft: Draft
  /** The field takes the focus anew when it changes. */
  focusKey: string | number | undefined
}

/** A message while it is written: its words and everything that goes with them. */
export function useWrittenMessage(field: RefObject<TextBox | null>, begun: Begun) {
  const { threadId, quoteId, draft, focusKey } = begun
  const { group, me, words, help } = useTalkSetting()
  const place = { personId: me.id, groupId: group.id, threadId }
  const [first] = useState(() => draftIn(place, draft))
  const writing = useWriting(field, help)
  const mentioning = useMentions(field, writing.text, writing.composing, first.mentions)
  const uploads = useUploads(words.write.uploadFailed)
  const [urgency, setUrgency] = useState<Urgency>("ordinary")
  const { mentions } = mentioning
  const { typed, ...keeping } = useDraft(
    field,
    place,
    { begun: first, there: draft, mentions },
    focusKey,
  )
  const tellTyping = useTyping(group)

  const fits = (body: string) =>
    (body.trim() !== "" || uploads.uploads.length > 0) && uploads.ready && body.length <= longest
  return {
    ...{ writing, mentioning, uploads, urgency, setUrgency },
    typed: () => {
      typed()
      tellTyping()
    },
    save: keeping.save,
    can: fits(writing.text),
    /** The message as it stands in the field: its last letter may be newer than what was drawn. */
    take: (): Written | null => {
      const body = withOwnLinks(field.current?.value ?? "", location.origin)
      if (!fits(body)) return null
      return {
        ...{ body, urgency, threadId, quoteId },
        mentions: named(mentions),
        everyone: mentions.find(({ personId }) => personId === 0)?.reason ?? null,
        fileIds: uploads.uploads.flatMap(({ id }) => id ?? []),
      }
    },
    empty: () => {
      keeping.clear()
      mentioning.clear()
      uploads.clear()
      setUrgency("ordinary")
    },
  }
}

const named = (mentions: readonly Mention[]) =>
  mentions
    .filter(({ personId }) => personId !== 0)
    .map(({ personId, reason, needsAnswer }) => ({ personId, reason, needsAnswer }))
