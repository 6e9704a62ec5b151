import { getTranslations } from "next-intl/server"
import { dayWords } from "@/components/people/day-words"
import { rowWords } from "@/components/people/person-row"
import { Face } from "@/components/ui/face"
import { FieldRow, FieldRows } from "@/components/ui/field-row"
import { Link } from "@/components/ui/link"
import type { PersonPage } from "@/lib/people/person-page"

/** What is known of somebody, a line each: only what the reader may know has a line. */
export async function PersonFacts({ page }: { page: PersonPage }) {
  const { person, manager, rights, leave, today } = page
  const [t, c, words, day] = await Promise.all([
    getTranslations("people.person"),
    getTranslations("people.colleague"),
    rowWords(today, true),
    dayWords(),
  ])
  const fresh = words.newDays(person.hiredOn)
  return (
    <FieldRows short>
      {leave && <FieldRow label={t("today")}>{words.away(leave)}</FieldRow>}
      <FieldRow label={t("manager")}>
        {manager ? (
          <Link
            href={`/people/${manager.id}`}
            className="inline-flex items-center gap-2 hover:underline"
          >
            <Face person={manager} size={20} />
            {manager.name}
          </Link>
        ) : (
          <span className="text-ink-3">{t("none")}</span>
        )}
      </FieldRow>
      <FieldRow label={t("department")}>
        <Link href={`/people?department=${person.departmentId}`} className="link">
          {page.department.replaceAll("/", " / ")}
        </Link>
        {page.leads && <span className="text-meta text-ink-3">{t("leadsWord")}</span>}
        {fresh && <span className="text-meta text-ink-3">{fresh}</span>}
      </FieldRow>
      <FieldRow label={t("email")}>
        <a href={`mailto:${person.email}`} className="link">
          {person.email}
        </a>
      </FieldRow>
      {rights && (
        <>
          <FieldRow label={t("level")}>{c(rights.level)}</FieldRow>
          <FieldRow label={t("duties")}>
            {rights.duties.length > 0 ? (
              rights.duties.map((duty) => <span key={duty}>{t(`duty.${duty}`)}</span>)
            ) : (
              <span className="text-ink-3">{t("none")}</span>
            )}
          </FieldRow>
          {rights.hiredOn && (
            <FieldRow label={t("hiredOn")}>
              <time dateTime={rights.hiredOn}>{day(rights.hiredOn)}</time>
            </FieldRow>
          )}
        </>
      )}
    </FieldRows>
  )
}
