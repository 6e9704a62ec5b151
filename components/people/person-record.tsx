import { getTranslations } from "next-intl/server"
import { MessagePerson } from "@/components/groups/message-person"
import { PersonFacts } from "@/components/people/person-facts"
import { personSections } from "@/components/people/person-sections"
import { Face } from "@/components/ui/face"
import { StateChip } from "@/components/ui/state-chip"
import { Still } from "@/components/ui/still"
import type { PersonPage } from "@/lib/people/person-page"
import type { PersonActor } from "@/lib/platform/actor"

/** Somebody as their pane and their page show them: who they are, then section after section. */
export async function PersonRecord({ actor, page }: { actor: PersonActor; page: PersonPage }) {
  const t = await getTranslations("people")
  const { person } = page
  const sections = await Promise.all(
    personSections.map(async ({ name, show }) => ({ name, shown: await show(actor, page) })),
  )
  return (
    <>
      <Still>
        <div className="flex items-center gap-4">
          <Face person={person} size={48} />
          <div className="min-w-0">
            <h1 className="one-word text-title">{person.name}</h1>
            <p className="text-control text-ink-2">
              {person.post
                ? t("person.summary", { post: person.post, staffNo: person.staffNo })
                : t("person.staffNo", { staffNo: person.staffNo })}
            </p>
          </div>
          {person.disabledAt && (
            <span className="ml-auto">
              <StateChip icon="user-minus">{t("colleague.left")}</StateChip>
            </span>
          )}
        </div>
      </Still>
      <MessagePerson actor={actor} person={person} />
      <Still>
        <PersonFacts page={page} />
      </Still>
      {sections.map(({ name, shown }) => (
        <div key={name} className="contents">
          {shown}
        </div>
      ))}
    </>
  )
}
