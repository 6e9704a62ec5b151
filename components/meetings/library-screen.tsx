import { getTranslations } from "next-intl/server"
import { LibraryRows } from "@/components/meetings/library-rows"
import { homeTopics } from "@/components/shell/frame-data"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { Input } from "@/components/ui/input"
import { Group } from "@/components/ui/list"
import { PageHead } from "@/components/ui/page-head"
import type { LibraryFilter } from "@/lib/meetings/inputs"
import { minutesLibrary, missingMinutes } from "@/lib/meetings/library"
import type { PersonActor } from "@/lib/platform/actor"

/** 会议记录库: what is due first, then what is filed, the newest first. */
export async function LibraryScreen({
  actor,
  filter,
}: {
  actor: PersonActor
  filter: LibraryFilter
}) {
  const [t, words, page, missing] = await Promise.all([
    getTranslations("meetings"),
    liveWords(),
    minutesLibrary(actor, filter),
    filter.q || filter.after ? [] : missingMinutes(actor),
  ])
  const nothing = page.rows.length === 0 && missing.length === 0
  return (
    <LiveRegion topics={[`person:${actor.personId}`, ...homeTopics(actor)]} words={words}>
      <PageHead title={t("library")}>
        <search>
          <form action="/minutes">
            <Input
              type="search"
              name="q"
              defaultValue={filter.q ?? ""}
              aria-label={t("sheet.search")}
              placeholder={t("sheet.search")}
              maxLength={100}
              className="h-7 w-56"
            />
          </form>
        </search>
      </PageHead>
      <div className="min-h-0 flex-1 overflow-y-auto pb-6">
        {nothing && (
          <Empty title={t(filter.q ? "sheet.libraryNone" : "sheet.libraryEmpty")}>
            {t("sheet.libraryEmptyHint")}
          </Empty>
        )}
        {missing.length > 0 && (
          <Group title={t("sheet.missing")} count={missing.length} icon="state-late" tone="support">
            <LibraryRows rows={missing} />
          </Group>
        )}
        {page.rows.length > 0 && (
          <Group
            title={t("sheet.published")}
            count={page.next ? `${page.rows.length}+` : page.rows.length}
          >
            <LibraryRows rows={page.rows} />
          </Group>
        )}
        {page.next && (
          <div className="px-gutter pt-4">
            <ButtonLink
              href={`/minutes?${new URLSearchParams({ ...(filter.q && { q: filter.q }), after: page.next })}`}
            >
              {t("more")}
            </ButtonLink>
          </div>
        )}
      </div>
    </LiveRegion>
  )
}
