"use client"

import { useEffect, useState } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import { look } from "@/components/messages/talk-requests"
import { fullTime } from "@/components/messages/talk-times"
import { iconOf } from "@/components/shell/kind-icon"
import { hearOf } from "@/components/shell/live-stream"
import { isState, stateLook } from "@/components/shell/state-look"
import { Card, LockedCard } from "@/components/ui/card"
import { Face } from "@/components/ui/face"
import { Progress } from "@/components/ui/progress"
import { StateChip } from "@/components/ui/state-chip"
import type { CardView } from "@/lib/messages/cards"

/** Cards asked for side by side are read together, and each is kept for who asks again. */
const known = new Map<string, CardView>()
let waiting: { refs: Set<string>; answer: Promise<void> } | null = null

function fetchCard(ref: string): Promise<void> {
  waiting ??= {
    refs: new Set(),
    answer: new Promise((done) =>
      setTimeout(async () => {
        const refs = [...(waiting?.refs ?? [])]
        waiting = null
        const found = await look<CardView[]>("cards", { refs: refs.join(",") })
        for (const card of found ?? []) known.set(card.ref, card)
        done()
      }, 20),
    ),
  }
  waiting.refs.add(ref)
  return waiting.answer
}

/** A record that a message links to, as its reader may see it now; it follows the record's changes. */
export function RecordCard({ reference }: { reference: string }) {
  const setting = useTalkSetting()
  const { words, states } = setting
  const [card, setCard] = useState(known.get(reference))
  useEffect(() => {
    const read = () => fetchCard(reference).then(() => setCard(known.get(reference)))
    void read()
    return hearOf([reference], (news) => {
      if (news.type === "lost") {
        known.delete(reference)
        setCard({ ref: reference })
      } else if (news.type === "change" || news.type === "reset") void read()
    })
  }, [reference])
  if (!card) return <span className="block h-13.5 max-w-130 rounded-field border border-line" />
  const { record } = card
  if (!record) return <LockedCard>{words.card.hidden}</LockedCard>
  const state = record.state && isState(record.state) ? record.state : null
  return (
    <Card
      href={record.href}
      icon={iconOf(record.icon)}
      title={record.title}
      meta={
        <span className="flex flex-wrap items-center gap-x-2">
          {record.person && (
            <span className="one-word inline-flex items-center gap-1">
              <Face person={record.person} size={20} />
              {record.person.name}
            </span>
          )}
          {record.at && <time dateTime={record.at}>{fullTime(setting, record.at)}</time>}
          {record.text && <span className="min-w-0 truncate">{record.text}</span>}
          {record.progress !== undefined && <Progress percent={record.progress} />}
        </span>
      }
      state={state && <StateChip {...stateLook[state]}>{states[state] ?? state}</StateChip>}
    />
  )
}
