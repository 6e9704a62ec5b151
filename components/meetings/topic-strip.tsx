/** One segment per topic, as wide as its minutes: ran over amber, running accent, done ink. */
export function TopicStrip({
  topics,
  running,
  label,
}: {
  topics: readonly { id: number; title: string; minutes: number; spent: number }[]
  running: number | null
  label: string
}) {
  const look = ({ id, minutes, spent }: { id: number; minutes: number; spent: number }) => {
    if (id === running) return "bg-accent"
    if (spent > minutes * 60) return "bg-support"
    return spent > 0 ? "bg-ink-3" : "bg-track"
  }
  return (
    <div role="img" aria-label={label} className="mt-2.5 flex h-1.5 gap-0.5">
      {topics.map((topic) => (
        <span
          key={topic.id}
          title={topic.title}
          className={look(topic)}
          style={{ flexGrow: topic.minutes }}
        />
      ))}
    </div>
  )
}
