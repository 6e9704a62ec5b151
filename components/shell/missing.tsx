import { ButtonLink } from "@/components/ui/button"

/** What isn't there and what isn't one's own look the same. */
export function Missing({ title, hint, home }: { title: string; hint: string; home: string }) {
  return (
    <div className="px-8 py-12 max-md:px-4">
      <h1 className="text-title">{title}</h1>
      <p className="mt-2 text-ui text-ink-2">{hint}</p>
      <div className="mt-5">
        <ButtonLink href="/" tone="primary" size="m">
          {home}
        </ButtonLink>
      </div>
    </div>
  )
}
