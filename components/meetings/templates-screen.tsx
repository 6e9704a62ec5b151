import { randomUUID } from "node:crypto"
import { getLocale, getTranslations } from "next-intl/server"
import { RemoveTemplate, TemplateForm } from "@/components/meetings/template-form"
import { ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { PageHead } from "@/components/ui/page-head"
import { canChange, canShare, listTemplates } from "@/lib/meetings/agenda-template"
import { canCreate } from "@/lib/meetings/policy"
import { words } from "@/lib/meetings/words"
import type { PersonActor } from "@/lib/platform/actor"

/** 议程模板: one's own and those for everybody; those one may change open where they stand. */
export async function TemplatesScreen({ actor }: { actor: PersonActor }) {
  const [t, locale, templates] = await Promise.all([
    getTranslations("meetings.template"),
    getLocale(),
    listTemplates(actor),
  ])
  const { form, template } = words[locale]
  const given = { mayShare: canShare(actor), words: { form, template } }
  return (
    <>
      <PageHead title={t("title")}>
        <ButtonLink href="/meetings/new" tone="primary" icon="plus">
          {words[locale].new}
        </ButtonLink>
      </PageHead>
      <div className="min-h-0 flex-1 overflow-y-auto pb-10">
        {templates.length === 0 && <Empty title={t("empty")}>{t("emptyHint")}</Empty>}
        <ul>
          {templates.map((each) => (
            <Line key={each.id} template={each} actor={actor} given={given} />
          ))}
        </ul>
        {canCreate(actor) && (
          <details className="px-gutter py-3">
            <summary className="button button-plain button-s cursor-pointer list-none">
              {t("add")}
            </summary>
            <TemplateForm formKey={randomUUID()} {...given} />
          </details>
        )}
      </div>
    </>
  )
}

type Listed = Awaited<ReturnType<typeof listTemplates>>[number]

async function Line({
  template,
  actor,
  given,
}: {
  template: Listed
  actor: PersonActor
  given: Omit<Parameters<typeof TemplateForm>[0], "known" | "formKey">
}) {
  const t = await getTranslations("meetings.template")
  const { id, name, shared, topics, version, owner } = template
  const minutes = topics.reduce((sum, topic) => sum + topic.minutes, 0)
  const may = canChange(actor, { ...template, grants: [], sensitivityId: null })
  return (
    <li className="border-b border-line-soft px-gutter py-2">
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-ui font-semibold">{name}</h2>
        <span className="text-meta text-ink-2">{t("sum", { topics: topics.length, minutes })}</span>
        <span className="text-meta text-ink-3">
          {shared ? `${t("forAll")} · ${t("by", { owner })}` : t("own")}
        </span>
        <span className="ml-auto flex items-center gap-2">
          <ButtonLink href={`/meetings/new?template=${id}`}>{t("use")}</ButtonLink>
          {may && <RemoveTemplate id={id} words={given.words.template} />}
        </span>
      </div>
      <ol className="list-inside list-decimal text-control text-ink-2">
        {topics.map((topic) => (
          <li key={`${topic.title} ${topic.goal}`}>
            {topic.title}
            <span className="text-ink-3"> · {topic.goal}</span>
          </li>
        ))}
      </ol>
      {may && (
        <details className="mt-1">
          <summary className="link cursor-pointer text-control max-md:py-3">{t("edit")}</summary>
          <TemplateForm
            key={version}
            known={{ id, name, shared, topics, version }}
            formKey={randomUUID()}
            {...given}
          />
        </details>
      )}
    </li>
  )
}
