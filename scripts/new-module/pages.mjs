export const recordScreen = ({
  many,
  one,
  One,
}) => `import { getLocale, getTranslations } from "next-intl/server"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { ButtonLink } from "@/components/ui/button"
import { NamedFace } from "@/components/ui/face"
import { FieldRow, FieldRows } from "@/components/ui/field-row"
import { PageHead } from "@/components/ui/page-head"
import type { ${One}Page } from "@/lib/${many}/queries"

/** One record as a page of its own. */
export async function ${One}Screen({ page }: { page: ${One}Page }) {
  const [t, locale, words] = await Promise.all([
    getTranslations("${many}"),
    getLocale(),
    liveWords(),
  ])
  const { ${one}, owner, department, sensitivity, can } = page
  return (
    <LiveRegion topics={[\`${one}:\${${one}.id}\`]} words={words}>
      <PageHead title={${one}.name}>
        {can.edit && (
          <ButtonLink href={\`/${many}/\${${one}.id}/edit\`} icon="pencil" data-shortcut="e">
            {t("edit")}
          </ButtonLink>
        )}
      </PageHead>
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter py-4">
        <FieldRows>
          <FieldRow label={t("field.owner")}>
            <NamedFace person={owner} />
          </FieldRow>
          {department && <FieldRow label={t("field.home")}>{department}</FieldRow>}
          {sensitivity && (
            <FieldRow label={t("field.sensitivity")}>
              {locale === "zh" ? sensitivity.name : sensitivity.nameEn}
            </FieldRow>
          )}
        </FieldRows>
        <p className="mt-4 max-w-180 text-prose text-pretty whitespace-pre-line text-ink-2">
          {${one}.description}
        </p>
      </div>
    </LiveRegion>
  )
}
`

export const listPage = ({
  many,
  one,
  One,
  Many,
}) => `import { getTranslations } from "next-intl/server"
import { ${One}List } from "@/components/${many}/${one}-list"
import { ${one}Filter } from "@/lib/${many}/inputs"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("${many}"))("title") }
}

export default async function ${Many}Page({ searchParams }: PageProps<"/${many}">) {
  const actor = await pageActor()
  return <${One}List actor={actor} filter={${one}Filter.parse(await searchParams)} />
}
`

export const newPage = (
  { many, one, One },
  dialog,
) => `import { New${One} } from "@/components/${many}/new-${one}"
import { pageActor } from "@/lib/platform/session"

export default async function New${One}${dialog ? "Dialog" : "Page"}() {
  return <New${One} actor={await pageActor()}${dialog} />
}
`

export const recordPage = ({ many, one, One }) => `import { notFound } from "next/navigation"
import { ${One}Screen } from "@/components/${many}/${one}-screen"
import { ${one}Page } from "@/lib/${many}/queries"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata({ params }: PageProps<"/${many}/[${one}Id]">) {
  const page = await ${one}Page(await pageActor(), Number((await params).${one}Id))
  return page ? { title: page.${one}.name } : {}
}

export default async function ${One}Page({ params }: PageProps<"/${many}/[${one}Id]">) {
  const page = await ${one}Page(await pageActor(), Number((await params).${one}Id))
  if (!page) notFound()
  return <${One}Screen page={page} />
}
`

export const editPage = ({ many, one, One }) => `import { notFound } from "next/navigation"
import { Edit${One} } from "@/components/${many}/edit-${one}"
import { ${one}Page } from "@/lib/${many}/queries"
import { pageActor } from "@/lib/platform/session"

export default async function Edit${One}Page({ params }: PageProps<"/${many}/[${one}Id]/edit">) {
  const actor = await pageActor()
  const page = await ${one}Page(actor, Number((await params).${one}Id))
  if (!page?.can.edit) notFound()
  return <Edit${One} actor={actor} page={page} />
}
`
