import { getTranslations } from "next-intl/server"
import { searchableKinds } from "@/components/search/searchable"
import { iconOf } from "@/components/shell/kind-icon"
import { isState, stateLook } from "@/components/shell/state-look"
import { Button, ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { Icon } from "@/components/ui/icon"
import { Input } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { StateChip } from "@/components/ui/state-chip"
import { Still } from "@/components/ui/still"
import { when } from "@/lib/calendar/when"
import type { PersonActor } from "@/lib/platform/actor"
import { highlight } from "@/lib/platform/tokens"
import { type Found, searchFor } from "@/lib/search/queries"

type Asked = { q: string; kind?: string | undefined; before?: number | undefined }

/** One box over everything this person may see; a plain GET form. */
export async function SearchScreen({ actor, q, kind, before }: Asked & { actor: PersonActor }) {
  const [t, kinds, words] = await Promise.all([
    getTranslations("search"),
    searchableKinds(),
    rowWords(),
  ])
  const { found, next } = await searchFor(actor, q, { kind, before, limit: 30 })
  const address = (more: Record<string, string>) =>
    `/search?${new URLSearchParams({ q, ...(kind && { kind }), ...more })}`
  return (
    <>
      <PageHead
        title={t("title")}
        tabsLabel={t("title")}
        tabs={kinds.map(({ key, label }) => ({
          href: `/search?${new URLSearchParams({ q, ...(key && { kind: key }) })}`,
          label,
          current: (kind ?? "") === key,
        }))}
      />
      <form action="/search" className="flex max-w-180 gap-2 px-gutter pt-4 pb-2">
        <Input
          type="search"
          name="q"
          aria-label={t("field")}
          defaultValue={q}
          maxLength={200}
          autoComplete="off"
        />
        {kind && <input type="hidden" name="kind" value={kind} />}
        <Button type="submit" tone="primary" size="m">
          {t("title")}
        </Button>
      </form>
      <Still className="min-h-0 flex-1 overflow-y-auto pb-8">
        {!q && <Empty title={t("prompt")} />}
        {q && found.length === 0 && <Empty title={t("none", { query: q })}>{t("noneHint")}</Empty>}
        {found.map((item) => (
          <FoundRow key={`${item.kind}:${item.id}`} found={item} query={q} words={words} />
        ))}
        {next && (
          <div className="px-gutter pt-4">
            <ButtonLink href={address({ before: String(next) })}>{t("more")}</ButtonLink>
          </div>
        )}
      </Still>
    </>
  )
}

/** What every row says, asked for once. */
async function rowWords() {
  const [t, states, times] = await Promise.all([
    getTranslations("search"),
    getTranslations("states"),
    when(),
  ])
  return { outside: t("outside"), states, times }
}

type RowWords = Awaited<ReturnType<typeof rowWords>>

function FoundRow({ found, query, words }: { found: Found; query: string; words: RowWords }) {
  return (
    <div className="relative flex min-h-9 items-center gap-x-3 border-b border-line-soft px-gutter hover:bg-hover max-md:flex-wrap max-md:py-2.5">
      <Icon name={iconOf(found.icon)} className="text-ink-3 max-md:mt-1 max-md:self-start" />
      <Link
        href={found.href}
        className="min-w-0 flex-1 text-ui after:absolute after:inset-0 max-md:text-prose md:truncate"
      >
        {highlight(found.title, query).map((part, at) =>
          part.hit ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one unchanging text
            <mark key={at} className="bg-transparent font-semibold text-accent-ink">
              {part.text}
            </mark>
          ) : (
            part.text
          ),
        )}
      </Link>
      <Beside found={found} words={words} />
    </div>
  )
}

/** What is known of it besides its title; on a phone a line of its own. */
function Beside({ found, words }: { found: Found; words: RowWords }) {
  const code = found.state && isState(found.state) ? found.state : null
  if (!found.outside && !code && !found.at && !found.text) return null
  return (
    <div className="flex shrink-0 items-center gap-3 max-md:w-full max-md:pl-7">
      {found.outside && (
        <StateChip icon="globe" tone="outside" fill="wash">
          {words.outside}
        </StateChip>
      )}
      {code && <StateChip {...stateLook[code]}>{words.states(code)}</StateChip>}
      {found.at ? (
        <time dateTime={found.at.toISOString()} className="text-meta text-ink-3">
          {words.times.moment(found.at)}
        </time>
      ) : (
        found.text && <span className="min-w-0 truncate text-meta text-ink-3">{found.text}</span>
      )}
    </div>
  )
}
