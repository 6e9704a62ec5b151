import type { ReactNode } from "react"

/** One block of the column beside an import. */
export function ColumnPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="mt-5 border-t border-line pt-4 first:mt-0 first:border-t-0 first:pt-0"
    >
      <h2 className="mb-1.5 text-ui font-semibold">{title}</h2>
      {children}
    </section>
  )
}

/** A name left, a figure right. */
export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="flex min-h-7 items-baseline justify-between gap-3 text-control">
    <dt className="text-ink-2">{name}</dt>
    <dd className="text-right font-semibold tabular-nums">{children}</dd>
  </div>
)

export const Small = ({ children }: { children: ReactNode }) => (
  <p className="mt-1 text-meta text-pretty break-words text-ink-3">{children}</p>
)
