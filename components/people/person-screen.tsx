import { getTranslations } from "next-intl/server"
import { PersonRecord } from "@/components/people/person-record"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import type { PersonPage } from "@/lib/people/person-page"
import type { PersonActor } from "@/lib/platform/actor"

/** Somebody as a page of their own: what a link opens, and what a phone shows. */
export async function PersonScreen({ actor, page }: { actor: PersonActor; page: PersonPage }) {
  const [t, words] = await Promise.all([getTranslations("people.directory"), liveWords()])
  return (
    <LiveRegion topics={["home:everyone"]} words={words}>
      <div className="flex h-13 shrink-0 items-center gap-2 border-b border-line px-gutter text-control text-ink-2 max-md:h-12 max-md:px-2">
        <Link href="/people" className="flex h-11 items-center gap-1 hover:text-ink">
          <Icon name="chevron-left" className="md:hidden" />
          {t("title")}
        </Link>
        <span className="max-md:hidden">/ {page.department.replaceAll("/", " / ")}</span>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="max-w-140 px-8 pt-6 pb-10 max-md:px-4">
          <PersonRecord actor={actor} page={page} />
        </div>
      </div>
    </LiveRegion>
  )
}
