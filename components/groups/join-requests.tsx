import { getTranslations } from "next-intl/server"
import { GroupAct } from "@/components/groups/group-act"
import { Face } from "@/components/ui/face"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import { when } from "@/lib/calendar/when"
import { openRequests } from "@/lib/groups/open-requests"
import { organisation } from "@/lib/platform/organisation"

/** Who waits at the door, with a yes and a no for each; for managers. */
export async function JoinRequests({ groupId }: { groupId: number }) {
  const [t, times, rows, org] = await Promise.all([
    getTranslations("groups.requests"),
    when(),
    openRequests(db(), groupId),
    organisation(db()),
  ])
  if (rows.length === 0) return null
  return (
    <Section title={t("title")} count={rows.length}>
      <ul>
        {rows.map(({ id, personId, name, face, departmentId, note, at }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line-soft py-2.5"
          >
            <Face person={{ id: personId, name, face }} size={28} />
            <div className="min-w-0 flex-1 basis-60">
              <p className="flex flex-wrap items-baseline gap-x-2 text-ui">
                <Link
                  href={`/people/${personId}`}
                  className="one-word font-semibold hover:underline"
                >
                  {name}
                </Link>
                <span className="text-meta text-ink-3">
                  {org.departments.get(departmentId)?.name}
                </span>
                <time dateTime={at.toISOString()} className="text-meta text-ink-3">
                  {times.moment(at)}
                </time>
              </p>
              {note && <p className="text-control text-pretty text-ink-2">{note}</p>}
            </div>
            <div className="flex gap-2">
              <GroupAct
                act="decide"
                fields={{ groupId, requestId: id, accept: "true" }}
                label={t("acceptLabel", { name })}
              >
                {t("accept")}
              </GroupAct>
              <GroupAct
                act="decide"
                fields={{ groupId, requestId: id, accept: "false" }}
                label={t("declineLabel", { name })}
                tone="quiet"
              >
                {t("decline")}
              </GroupAct>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
