import { getTranslations } from "next-intl/server"
import { PersonRecord } from "@/components/people/person-record"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { IconLink } from "@/components/ui/icon-button"
import { Link } from "@/components/ui/link"
import { RecordPane } from "@/components/ui/record-pane"
import type { PersonPage } from "@/lib/people/person-page"
import type { PersonActor } from "@/lib/platform/actor"

/** Somebody beside the directory. */
export async function PersonPane({ actor, page }: { actor: PersonActor; page: PersonPage }) {
  const [t, words] = await Promise.all([getTranslations("people.directory"), liveWords()])
  const { person, department } = page
  return (
    <LiveRegion topics={["home:everyone"]} words={words}>
      <RecordPane
        narrow
        label={person.name}
        path={
          <Link href={`/people?department=${person.departmentId}`} className="hover:text-ink">
            {department.replaceAll("/", " / ")}
          </Link>
        }
        close={{ href: "/people", label: t("close") }}
        actions={
          <IconLink
            icon="maximize-2"
            label={t("expand")}
            href={`/people/${person.id}`}
            whole
            className="max-md:hidden"
          />
        }
      >
        <PersonRecord actor={actor} page={page} />
      </RecordPane>
    </LiveRegion>
  )
}
