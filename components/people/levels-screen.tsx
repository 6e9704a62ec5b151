import { getTranslations } from "next-intl/server"
import { treeWords } from "@/components/people/department-words"
import { LevelHistory } from "@/components/people/level-history"
import { LevelMatrix } from "@/components/people/level-matrix"
import type { LevelGroup, LevelRow, MatrixWords } from "@/components/people/level-matrix-data"
import { homeTopics } from "@/components/shell/frame-data"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { Icon } from "@/components/ui/icon"
import { PageHead, type Tab } from "@/components/ui/page-head"
import { Still } from "@/components/ui/still"
import { TreeColumn } from "@/components/ui/tree"
import { TreeKeys } from "@/components/ui/tree-keys"
import { db } from "@/db/engine"
import { type When, when } from "@/lib/calendar/when"
import { type LevelPage, levelPage } from "@/lib/people/level-page"
import type { PersonActor } from "@/lib/platform/actor"

const address = (department: number, from?: number | null) =>
  `/admin/departments?tab=levels&department=${department}${from ? `&from=${from}` : ""}`

/** 权限级别: a head's own people, by department; nobody else's. */
export async function LevelsScreen({
  actor,
  tabs,
  asked,
}: {
  actor: PersonActor
  tabs: { tabs?: Tab[]; tabsLabel?: string }
  asked: { department?: number | undefined; from?: number | undefined }
}) {
  const [t, w, live, page] = await Promise.all([
    getTranslations("people.levels"),
    when(),
    liveWords(),
    levelPage(db(), actor, asked),
  ])
  if (!page)
    return (
      <>
        <PageHead title={t("title")} {...tabs} />
        <Empty title={t("noOne")}>{t("noOneHint")}</Empty>
      </>
    )
  const title = (
    <>
      {t("title")}
      <span className="ml-3 text-control font-normal text-ink-2">
        {t("summary", { department: page.chosen.name, count: page.chosen.count })}
      </span>
    </>
  )
  return (
    <LiveRegion topics={[`person:${actor.personId}`, ...homeTopics(actor)]} words={live}>
      <div className="flex min-h-0 flex-1 max-md:flex-col max-md:overflow-y-auto">
        <Still className="shrink-0">
          <OwnTree page={page} />
        </Still>
        <TreeKeys />
        <div className="flex min-h-0 min-w-0 flex-1 max-lg:flex-col max-md:flex-none md:max-lg:overflow-y-auto">
          <LevelMatrix
            key={`${page.chosen.id} ${page.groups[0]?.id}`}
            groups={groupsOf(actor, page, w, await ownWords(page))}
            words={await matrixWords()}
            head={{ title, ...tabs }}
            foot={<PageLinks page={page} first={t("first")} next={t("next")} />}
          />
          <Still className="shrink-0">
            <LevelHistory lines={page.history} />
          </Still>
        </div>
      </div>
    </LiveRegion>
  )
}

interface OwnWords {
  above: string
  you: (post: string) => string
}

/** One's own row says that it is one's own, and who decides about it. */
async function ownWords({ above }: LevelPage): Promise<OwnWords> {
  const t = await getTranslations("people.levels")
  return {
    above: above ? t("byAbove", { name: above }) : t("byNobody"),
    you: (post) => (post ? t("youToo", { post }) : t("you")),
  }
}

async function OwnTree({ page }: { page: LevelPage }) {
  const [t, words] = await Promise.all([getTranslations("people.levels"), treeWords()])
  return (
    <TreeColumn
      title={t("mine")}
      label={t("mine")}
      narrow
      words={words}
      lines={page.nodes.map(({ id, ...line }) => ({
        ...line,
        key: id,
        href: address(id),
        current: id === page.chosen.id,
      }))}
      foot={
        <p className="flex gap-1.5 text-meta text-ink-2 max-md:hidden">
          <Icon name="info" size={14} className="mt-px text-ink-3" />
          <span>{t("note")}</span>
        </p>
      }
    />
  )
}

function PageLinks({ page, first, next }: { page: LevelPage; first: string; next: string }) {
  if (!page.next && !page.began) return null
  return (
    <div className="flex gap-2 px-gutter py-4">
      {page.began && <ButtonLink href={address(page.chosen.id)}>{first}</ButtonLink>}
      {page.next && <ButtonLink href={address(page.chosen.id, page.next)}>{next}</ButtonLink>}
    </div>
  )
}

type Row = LevelPage["groups"][number]["rows"][number]

function groupsOf(actor: PersonActor, page: LevelPage, w: When, words: OwnWords): LevelGroup[] {
  const rowOf = ({ id, name, face, post, level, pinyin, initials, changedAt }: Row): LevelRow => ({
    id,
    name,
    face,
    post: id === actor.personId ? words.you(post) : post,
    level,
    own: id === actor.personId,
    when: id === actor.personId ? words.above : w.moment(changedAt),
    text: [name, pinyin.replaceAll(" ", ""), initials, post].join(" ").toLowerCase(),
  })
  return page.groups.map(({ id, name, rows }) => ({
    id,
    name,
    bare: id === page.chosen.id,
    rows: rows.map(rowOf),
  }))
}

async function matrixWords(): Promise<MatrixWords> {
  const t = await getTranslations("people.levels")
  return {
    levels: { view: t("view"), edit: t("edit"), admin: t("admin") },
    notes: { view: t("viewNote"), edit: t("editNote"), admin: t("adminNote") },
    search: t("search"),
    name: t("name"),
    post: t("post"),
    changed: t("changed"),
    all: t("all"),
    choose: t.raw("choose"),
    levelOf: t.raw("levelOf"),
    was: t.raw("was"),
    chosen: t.raw("chosen"),
    setAll: t("setAll"),
    clear: t("clear"),
    unsaved: t.raw("unsaved"),
    raised: t.raw("raised"),
    lowered: t.raw("lowered"),
    becomesAdmin: t.raw("becomesAdmin"),
    becomesView: t.raw("becomesView"),
    comma: t("comma"),
    and: t("and"),
    stop: t("stop"),
    reason: t("reason"),
    reasonHint: t("reasonHint"),
    save: t("save"),
    cancel: t("cancel"),
    saved: t.raw("savedCount"),
    empty: t("empty"),
  }
}
