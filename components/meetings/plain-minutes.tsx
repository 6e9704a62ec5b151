"use client"

import { useActionState } from "react"
import type { SpeakerOption } from "@/components/meetings/minutes-types"
import { Button } from "@/components/ui/button"
import { Input } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { Select } from "@/components/ui/select"
import { writePointAction, writeResolutionAction } from "@/lib/meetings/plain-actions"
import type { Result } from "@/lib/platform/result"

interface Words {
  topic: string
  speaker: string
  point: string
  addPoint: string
  resolution: string
  owner: string
  due: string
  addResolution: string
}

interface Given {
  id: number
  topics: readonly { value: number; label: string }[]
  speakers: readonly SpeakerOption[]
  words: Words
}

/** The minutes without a script: a row at a time, by forms that send themselves. */
export function PlainMinutes(given: Given) {
  return (
    <div className="mt-5 grid gap-5 border-t border-line pt-4">
      <PlainPoint {...given} />
      <PlainResolution {...given} />
    </div>
  )
}

const typed = (answer: Result<number> | null, name: string): string =>
  (answer?.ok === false && answer.typed?.[name]) || ""

function PlainPoint({ id, topics, speakers, words }: Given) {
  const [answer, submit] = useActionState(writePointAction, null)
  return (
    <form action={submit} aria-label={words.addPoint} className="grid gap-2">
      <input type="hidden" name="id" value={id} />
      <span className="flex flex-wrap gap-2">
        <Topic topics={topics} word={words.topic} chosen={typed(answer, "topic")} />
        <Select name="speaker" aria-label={words.speaker} defaultValue={typed(answer, "speaker")}>
          <Options of={[{ value: "", label: words.speaker }, ...speakers]} />
        </Select>
      </span>
      <Input
        name="text"
        aria-label={words.point}
        placeholder={words.point}
        required
        maxLength={2_000}
        defaultValue={typed(answer, "text")}
      />
      <Failed answer={answer} />
      <Button type="submit" className="justify-self-start">
        {words.addPoint}
      </Button>
    </form>
  )
}

function PlainResolution({ id, topics, words }: Given) {
  const [answer, submit] = useActionState(writeResolutionAction, null)
  return (
    <form action={submit} aria-label={words.addResolution} className="grid gap-2">
      <input type="hidden" name="id" value={id} />
      <span className="flex flex-wrap gap-2">
        <Topic topics={topics} word={words.topic} chosen={typed(answer, "topic")} />
        <Input
          name="owner"
          aria-label={words.owner}
          placeholder={words.owner}
          required
          maxLength={100}
          defaultValue={typed(answer, "owner")}
          className="w-40"
        />
        <Input
          type="datetime-local"
          name="due"
          aria-label={words.due}
          required
          defaultValue={typed(answer, "due")}
          className="w-52"
        />
      </span>
      <Input
        name="text"
        aria-label={words.resolution}
        placeholder={words.resolution}
        required
        maxLength={200}
        defaultValue={typed(answer, "text")}
      />
      <Failed answer={answer} />
      <Button type="submit" className="justify-self-start">
        {words.addResolution}
      </Button>
    </form>
  )
}

const Topic = ({
  topics,
  word,
  chosen,
}: {
  topics: Given["topics"]
  word: string
  chosen: string
}) => (
  <Select name="topic" aria-label={word} defaultValue={chosen || undefined}>
    <Options of={topics} />
  </Select>
)

const Failed = ({ answer }: { answer: Result<number> | null }) =>
  answer?.ok === false ? (
    <p role="alert" className="text-meta text-cinnabar-ink">
      {Object.values(answer.fields ?? {})[0] ?? answer.message}
    </p>
  ) : null
