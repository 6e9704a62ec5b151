import type { ReactNode } from "react"

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-7">
      <h2 className="mb-3 border-b border-line pb-1.5 text-meta font-semibold text-ink-2">
        {title}
      </h2>
      {children}
    </section>
  )
}

export function Line({ children }: { children: ReactNode }) {
  return <div className="mb-2 flex flex-wrap items-center gap-2">{children}</div>
}
