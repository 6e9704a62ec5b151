const short = 24
const kept = 10

/** A file's name; a long one gives up its middle, never its kind and what stands before that. */
export function FileName({ children: name }: { children: string }) {
  const letters = Array.from(name)
  if (letters.length <= short) return <span className="block min-w-0 truncate">{name}</span>
  return (
    <span className="flex min-w-0" title={name}>
      <span className="sr-only">{name}</span>
      <span aria-hidden className="min-w-0 truncate whitespace-pre">
        {letters.slice(0, -kept).join("")}
      </span>
      <span aria-hidden className="shrink-0 whitespace-pre">
        {letters.slice(-kept).join("")}
      </span>
    </span>
  )
}
