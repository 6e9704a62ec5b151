import { getLocale, getTranslations } from "next-intl/server"
import { treeWords } from "@/components/people/department-words"
import { labelWords } from "@/components/people/label-words"
import { LabelForm } from "@/components/people/sensitivity-forms"
import { SensitivityPanel } from "@/components/people/sensitivity-panel"
import { BesideTree } from "@/components/ui/beside-tree"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import { allLabels } from "@/lib/people/sensitivity-page"
import type { PersonActor } from "@/lib/platform/actor"

/** 敏感类别: the categories, and who is cleared for the chosen one. */
export async function SensitivityScreen({
  actor,
  label,
  remove,
}: {
  actor: PersonActor
  label?: number | undefined
  remove?: number | undefined
}) {
  const [t, locale, labels] = await Promise.all([
    getTranslations("people.sensitivity"),
    getLocale(),
    allLabels(db()),
  ])
  const chosen = labels.find(({ id }) => id === label)
  const named = ({ name, nameEn }: { name: string; nameEn: string }) =>
    locale === "zh" ? name : nameEn
  const tree = {
    title: t("title"),
    label: t("list"),
    lines: labels.map((each) => ({
      key: each.id,
      href: `/admin/sensitivity?label=${each.id}`,
      name: named(each),
      count: each.closedAt ? t("closed") : t("count", { count: each.count }),
      depth: 0,
      current: each.id === chosen?.id,
    })),
    words: await treeWords(),
    foot: chosen && (
      <Link href="/admin/sensitivity" className="link text-control">
        {t("add")}
      </Link>
    ),
  }
  return (
    <BesideTree tree={tree} title={chosen ? named(chosen) : t("title")}>
      {chosen ? (
        <SensitivityPanel
          key={chosen.id}
          actor={actor}
          label={chosen}
          name={named(chosen)}
          remove={remove}
        />
      ) : (
        <NewLabel empty={labels.length === 0} />
      )}
    </BesideTree>
  )
}

async function NewLabel({ empty }: { empty: boolean }) {
  const t = await getTranslations("people.sensitivity")
  return (
    <>
      {empty && (
        <div className="-mx-gutter">
          <Empty title={t("none")}>{t("noneHint")}</Empty>
        </div>
      )}
      <p className="mb-6 text-control text-pretty text-ink-2">{t("note")}</p>
      <Section title={t("add")}>
        <div className="mt-4">
          <LabelForm words={await labelWords()} />
        </div>
      </Section>
    </>
  )
}
