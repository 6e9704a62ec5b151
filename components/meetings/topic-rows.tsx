"use client"

import { AgendaSum } from "@/components/meetings/agenda-sum"
import { AgendaTemplates } from "@/components/meetings/agenda-templates"
import type { Given } from "@/components/meetings/meeting-fields"
import { TopicRow } from "@/components/meetings/topic-row"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"

/** The agenda: each topic with its goal, who presents it and how long it takes; and their sum. */
export function TopicRows({ data, booking, errors, typed }: Given) {
  const { field, form } = data.words
  return (
    <section aria-label={field.topics} className="md:col-span-2">
      <div className="flex items-baseline gap-2 border-b border-line pb-1.5">
        <h2 className="text-panel">{field.topics}</h2>
        <span className="text-control text-ink-3">{booking.named.length}</span>
        <span className="ml-auto text-meta text-ink-3">{form.required}</span>
      </div>
      <AgendaTemplates data={data} booking={booking} />
      {booking.topics.map((topic, at) => (
        <TopicRow
          key={topic.key}
          topic={topic}
          n={at + 1}
          last={at === booking.topics.length - 1}
          booking={booking}
          words={form}
          errors={errors}
          typed={typed}
        />
      ))}
      {errors.agenda && <FieldError>{errors.agenda}</FieldError>}
      <div className="flex flex-wrap items-start gap-3 pt-2.5">
        <Button tone="quiet" icon="plus" onClick={booking.addTopic} className="needs-script">
          {form.addTopic}
        </Button>
        <AgendaSum booking={booking} words={form} />
      </div>
    </section>
  )
}
