import { getTranslations } from "next-intl/server"
import { ObjectionAnswerForm, ObjectionForm } from "@/components/meetings/objection-forms"
import { LinkedText } from "@/components/shell/linked-text"
import { NamedFace } from "@/components/ui/face"
import { Section } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import type { Objections } from "@/lib/meetings/objections"

/** 异议: who holds that the minutes are wrong, why, and what host or note-taker answered. */
export async function MinutesObjections({
  meeting,
  objections,
}: {
  meeting: number
  objections: Objections
}) {
  const [t, times] = await Promise.all([getTranslations("meetings.objections"), when()])
  const { rows, until, may, mayAnswer } = objections
  if (rows.length === 0 && !may) return null
  return (
    <Section
      title={t("title")}
      count={rows.length > 0 ? rows.length : undefined}
      size="small"
      aside={until && may ? t("until", { at: times.moment(until) }) : undefined}
    >
      {rows.map((row) => (
        <Objection
          key={row.id}
          meeting={meeting}
          row={row}
          mayAnswer={mayAnswer && row.outcome === null}
        />
      ))}
      {until !== null && until <= times.now && (
        <p className="mt-1 text-meta text-ink-3">{t("over")}</p>
      )}
      {may && (
        <ObjectionForm
          id={meeting}
          words={{
            object: t("object"),
            what: t("what"),
            whatHint: t("whatHint"),
            why: t("why"),
            send: t("send"),
          }}
        />
      )}
    </Section>
  )
}

async function Objection({
  meeting,
  row,
  mayAnswer,
}: {
  meeting: number
  row: Objections["rows"][number]
  mayAnswer: boolean
}) {
  const [t, times] = await Promise.all([getTranslations("meetings.objections"), when()])
  const { outcome } = row
  return (
    <article className="border-b border-line-soft py-2 text-control">
      <p className="flex flex-wrap items-center gap-x-2">
        <NamedFace person={row.person} />
        <span className="text-meta text-ink-3">
          {t("sent", { n: row.number, at: times.feed(row.at) })}
        </span>
        <span className={`ml-auto text-meta ${outcome ? "text-done" : "text-support"}`}>
          {t(outcome ?? "open")}
        </span>
      </p>
      <p className="mt-1 whitespace-pre-line">
        <LinkedText text={row.what} />
      </p>
      <p className="text-ink-2 whitespace-pre-line">
        {t("why")} <LinkedText text={row.why} />
      </p>
      {outcome && (
        <p className="mt-1 border-l-2 border-ink pl-2.5 whitespace-pre-line">
          <LinkedText text={row.answer} />
          <small className="block text-meta text-ink-3">
            {row.answeredAt &&
              t("answered", { name: row.answeredBy ?? "", at: times.feed(row.answeredAt) })}
          </small>
        </p>
      )}
      {mayAnswer && (
        <ObjectionAnswerForm
          id={meeting}
          objection={row.id}
          words={{
            answer: t("answer"),
            corrected: t("answerCorrected"),
            kept: t("answerKept"),
          }}
        />
      )}
    </article>
  )
}
