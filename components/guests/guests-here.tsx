import { getTranslations } from "next-intl/server"
import { Icon } from "@/components/ui/icon"
import { Section } from "@/components/ui/section"
import { StateChip } from "@/components/ui/state-chip"
import { readingAlong } from "@/lib/guests/reading-along"

/** Who from outside is let in to a record, in its list of members; nothing where nobody is. */
export async function GuestsHere({ kind, id }: { kind: string; id: number }) {
  const guests = await readingAlong(kind, id)
  if (guests.length === 0) return null
  const t = await getTranslations("guests")
  return (
    <Section title={t("title")} count={guests.length}>
      <ul>
        {guests.map((guest) => (
          <li
            key={guest.id}
            className="flex min-h-11 items-center gap-3 border-b border-line-soft py-1 text-ui"
          >
            <Icon name="globe" className="text-outside" />
            <span className="min-w-0 flex-1 truncate">
              {guest.name} <span className="text-meta text-ink-3">{guest.organisation}</span>
            </span>
            <span className="text-meta text-ink-3">{t(`g.may.${guest.may}`)}</span>
            <StateChip icon="globe" tone="outside" fill="wash">
              {t("badge", { days: guest.days })}
            </StateChip>
          </li>
        ))}
      </ul>
    </Section>
  )
}
