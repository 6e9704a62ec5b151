"use client"

import type { MeetingFormData } from "@/components/meetings/form-types"
import type { Booking, TopicRow as Row } from "@/components/meetings/use-booking"
import { FieldError } from "@/components/ui/field"
import { filled } from "@/components/ui/filled"
import { IconButton } from "@/components/ui/icon-button"
import { Select } from "@/components/ui/select"

type Texts = Record<string, string | undefined>

const bare =
  "w-full min-w-0 rounded-field border border-transparent bg-transparent px-1.5 hover:border-line focus:border-line-field"

/** One topic: title over goal, who presents it, minutes in steps of five. */
export function TopicRow({
  topic,
  n,
  last,
  booking,
  words,
  errors,
}: {
  topic: Row
  n: number
  last: boolean
  booking: Booking
  words: MeetingFormData["words"]["form"]
  errors: Texts
  typed: Texts
}) {
  const change = (more: Partial<Row>) => booking.changeTopic(topic.key, more)
  const error = errors[`goal${n}`] ?? errors[`topic${n}`] ?? errors[`topics.${n - 1}.title`]
  return (
    <div className="border-b border-line-soft py-1.5">
      <div className="grid items-center gap-x-2 gap-y-1 max-md:grid-cols-[20px_1fr_auto] md:grid-cols-[20px_minmax(0,1fr)_112px_124px_auto]">
        {topic.id !== undefined && <input type="hidden" name={`topicId${n}`} value={topic.id} />}
        <span className="text-control text-ink-3">{n}</span>
        <span className="min-w-0 max-md:col-span-2">
          <input
            name={`topic${n}`}
            aria-label={filled(words.topic, { n })}
            placeholder={filled(words.topic, { n })}
            value={topic.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
            maxLength={200}
            className={`${bare} h-7 text-ui`}
          />
          <input
            name={`goal${n}`}
            aria-label={filled(words.goal, { n })}
            placeholder={words.goalHint}
            value={topic.goal}
            onChange={(event) => change({ goal: event.currentTarget.value })}
            maxLength={300}
            className={`${bare} h-6 text-meta text-ink-2 placeholder:text-support`}
          />
        </span>
        <Presenter topic={topic} n={n} booking={booking} words={words} />
        <Minutes topic={topic} n={n} booking={booking} words={words} />
        <span className="needs-script flex">
          <IconButton
            icon="arrow-big-up"
            label={filled(words.up, { n })}
            disabled={n === 1}
            onClick={() => booking.moveTopic(topic.key, -1)}
          />
          <IconButton
            icon="arrow-down"
            label={filled(words.down, { n })}
            disabled={last}
            onClick={() => booking.moveTopic(topic.key, 1)}
          />
          <IconButton
            icon="x"
            label={filled(words.remove, { n })}
            onClick={() => booking.removeTopic(topic.key)}
          />
        </span>
      </div>
      {error && <FieldError>{error}</FieldError>}
    </div>
  )
}

type Part = {
  topic: Row
  n: number
  booking: Booking
  words: MeetingFormData["words"]["form"]
}

function Presenter({ topic, n, booking, words }: Part) {
  return (
    <Select
      name={`presenter${n}`}
      aria-label={filled(words.presenter, { n })}
      value={topic.presenter}
      onChange={(event) => booking.changeTopic(topic.key, { presenter: event.currentTarget.value })}
      className="h-7"
    >
      <option value="">—</option>
      {booking.everybody.map((person) => (
        <option key={person.id} value={`#${person.id}`}>
          {person.name}
        </option>
      ))}
    </Select>
  )
}

function Minutes({ topic, n, booking, words }: Part) {
  const set = (minutes: number) =>
    booking.changeTopic(topic.key, { minutes: Math.max(1, Math.min(480, minutes)) })
  const label = filled(words.minutes, { n })
  return (
    <span className="inline-flex h-7 items-center rounded-field border border-line">
      <IconButton
        icon="minus"
        label={`${label} −5`}
        onClick={() => set(topic.minutes > 5 ? topic.minutes - 5 : 1)}
        className="needs-script"
      />
      <input
        type="number"
        name={`minutes${n}`}
        aria-label={label}
        min={1}
        max={480}
        value={topic.minutes}
        onChange={(event) => set(Number(event.currentTarget.value) || 1)}
        className="w-10 bg-transparent text-center text-control tabular-nums [appearance:textfield]"
      />
      <IconButton
        icon="plus"
        label={`${label} +5`}
        onClick={() => set(topic.minutes < 5 ? 5 : topic.minutes + 5)}
        className="needs-script"
      />
    </span>
  )
}
