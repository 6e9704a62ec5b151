import { getTranslations } from "next-intl/server"
import { GroupLink } from "@/components/clients/group-link"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { groupChoices, groupsOf } from "@/lib/clients/dossier-queries"
import type { PersonActor } from "@/lib/platform/actor"

/** The client groups whose talk with guests is archived here. */
export async function LinkedGroups({
  actor,
  clientId,
  edits,
}: {
  actor: PersonActor
  clientId: number
  edits: boolean
}) {
  const [t, linked, own] = await Promise.all([
    getTranslations("clients.dossier"),
    groupsOf(clientId),
    groupChoices(actor),
  ])
  const runs = (id: number) => own.some((group) => group.id === id)
  const choices = own.filter((group) => group.clientId === null)
  const words = { choose: t("choose"), link: t("link"), unlink: t("unlink") }
  return (
    <Section title={t("groups")} className="mt-8 first:mt-0">
      <p className="mt-2 text-meta text-ink-3">{t("groupsHint")}</p>
      {linked.length === 0 && <p className="mt-2 text-control text-ink-2">{t("noGroups")}</p>}
      <ul>
        {linked.map(({ id, name }) => (
          <li
            key={id}
            className="flex min-h-10 items-center gap-3 border-b border-line-soft py-1.5 text-ui"
          >
            {actor.principals.has(`group:${id}`) ? (
              <Link href={`/groups/${id}`} className="link min-w-0 flex-1 truncate">
                {name}
              </Link>
            ) : (
              <span className="min-w-0 flex-1 truncate">{name}</span>
            )}
            {edits && runs(id) && (
              <GroupLink clientId={clientId} linked={{ id, name }} words={words} />
            )}
          </li>
        ))}
      </ul>
      {edits && choices.length > 0 && (
        <GroupLink clientId={clientId} choices={choices} words={words} />
      )}
    </Section>
  )
}
