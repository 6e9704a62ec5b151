import { editRecord, form, formData, newRecord } from "./forms.mjs"
import { editPage, listPage, newPage, recordPage, recordScreen } from "./pages.mjs"

/** List, row, form and pages. */
export const screen = (names) => {
  const { many, one } = names
  const pages = `app/(portal)/${many}`
  const parts = `components/${many}`
  return {
    [`${parts}/${one}-list.tsx`]: list(names),
    [`${parts}/${one}-row.tsx`]: row(names),
    [`${parts}/${one}-form.tsx`]: form(names),
    [`${parts}/${one}-form-data.ts`]: formData(names),
    [`${parts}/new-${one}.tsx`]: newRecord(names),
    [`${parts}/edit-${one}.tsx`]: editRecord(names),
    [`${parts}/${one}-screen.tsx`]: recordScreen(names),
    [`${pages}/page.tsx`]: listPage(names),
    [`${pages}/new/page.tsx`]: newPage(names, ""),
    [`app/(portal)/@dialog/(.)${many}/new/page.tsx`]: newPage(names, " dialog"),
    [`${pages}/[${one}Id]/page.tsx`]: recordPage(names),
    [`${pages}/[${one}Id]/edit/page.tsx`]: editPage(names),
  }
}

const list = ({ many, one, One, Many }) => `import { getTranslations } from "next-intl/server"
import { ${One}Row } from "@/components/${many}/${one}-row"
import { homeTopics } from "@/components/shell/frame-data"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { PageHead } from "@/components/ui/page-head"
import { Still } from "@/components/ui/still"
import { when } from "@/lib/calendar/when"
import type { ${One}Filter } from "@/lib/${many}/inputs"
import { canCreate } from "@/lib/${many}/policy"
import { list${Many} } from "@/lib/${many}/queries"
import type { PersonActor } from "@/lib/platform/actor"

export async function ${One}List({ actor, filter }: { actor: PersonActor; filter: ${One}Filter }) {
  const [t, words, times, page] = await Promise.all([
    getTranslations("${many}"),
    liveWords(),
    when(),
    list${Many}(actor, filter),
  ])
  const create = canCreate(actor) && (
    <ButtonLink href="/${many}/new" tone="primary" icon="plus">
      {t("new")}
    </ButtonLink>
  )
  return (
    <LiveRegion topics={[\`person:\${actor.personId}\`, ...homeTopics(actor)]} words={words}>
      <PageHead title={t("title")}>{create}</PageHead>
      {page.rows.length === 0 ? (
        <Empty title={t("empty")}>{t("emptyHint")}</Empty>
      ) : (
        <Still className="min-h-0 flex-1 overflow-y-auto pb-6">
          {page.rows.map((${one}) => (
            <${One}Row key={${one}.id} ${one}={${one}} moment={times.moment} />
          ))}
          <div className="flex gap-2 px-gutter pt-4">
            {filter.after && <ButtonLink href="/${many}">{t("first")}</ButtonLink>}
            {page.next && (
              <ButtonLink href={\`/${many}?after=\${page.next}\`}>{t("more")}</ButtonLink>
            )}
          </div>
        </Still>
      )}
    </LiveRegion>
  )
}
`

const row = ({ many, one, One }) => `import { ListRow } from "@/components/ui/list"
import type { ${One}ListRow } from "@/lib/${many}/queries"

/** One line: name, department, owner, when it last changed. A plain link: \`SoftLinks\` opens it. */
export function ${One}Row({
  ${one},
  moment,
}: {
  ${one}: ${One}ListRow
  moment: (at: Date) => string
}) {
  return (
    <ListRow columns="minmax(0, 1fr) 10rem 6rem 7rem">
      <a
        href={\`/${many}/\${${one}.id}\`}
        data-open
        className="min-w-0 text-ui after:absolute after:inset-0 focus-visible:outline-none md:truncate"
      >
        {${one}.name}
      </a>
      <small className="text-meta text-ink-3">{${one}.department}</small>
      <small className="text-meta text-ink-3">{${one}.owner}</small>
      <time className="text-meta text-ink-3" dateTime={${one}.updatedAt.toISOString()}>
        {moment(${one}.updatedAt)}
      </time>
    </ListRow>
  )
}
`
