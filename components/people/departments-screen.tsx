import { getTranslations } from "next-intl/server"
import { AddDepartment } from "@/components/people/department-form"
import { DepartmentPanel } from "@/components/people/department-panel"
import { departmentFormWords, treeWords } from "@/components/people/department-words"
import { BesideTree } from "@/components/ui/beside-tree"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import type { Tab } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import { departmentTree, type TreeNode } from "@/lib/people/department-lines"
import { canChangeDepartments } from "@/lib/people/departments-policy"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, type Organisation } from "@/lib/platform/organisation"

/** 部门: the tree, and the chosen department with its people. */
export async function DepartmentsScreen({
  actor,
  tabs,
  department,
}: {
  actor: PersonActor
  tabs: { tabs?: Tab[]; tabsLabel?: string }
  department?: number | undefined
}) {
  const [t, words, { nodes, org }] = await Promise.all([
    getTranslations("people.departments"),
    treeWords(),
    departmentTree(db()),
  ])
  const chosen = nodes.find(({ id }) => id === department)
  const places = placesOf(nodes, org)
  const tree = {
    title: t("title"),
    label: t("tree"),
    lines: nodes.map(({ id, ...line }) => ({
      ...line,
      key: id,
      href: `/admin/departments?department=${id}`,
      current: id === chosen?.id,
    })),
    words,
    foot: chosen && canChangeDepartments(actor) && (
      <Link href="/admin/departments" className="link text-control">
        {t("add")}
      </Link>
    ),
  }
  return (
    <BesideTree tree={tree} title={chosen?.name ?? t("title")} tabs={tabs}>
      {chosen ? (
        <DepartmentPanel key={chosen.id} actor={actor} node={chosen} org={org} places={places} />
      ) : (
        <Overview actor={actor} empty={nodes.length === 0} places={places} />
      )}
    </BesideTree>
  )
}

const placesOf = (nodes: readonly TreeNode[], org: Organisation) =>
  nodes.map(({ id }) => ({ value: id, label: departmentPath(org, id) }))

/** Nothing chosen yet: where to begin. */
async function Overview({
  actor,
  empty,
  places,
}: {
  actor: PersonActor
  empty: boolean
  places: { value: number; label: string }[]
}) {
  const [t, words] = await Promise.all([
    getTranslations("people.departments"),
    departmentFormWords(),
  ])
  const may = canChangeDepartments(actor)
  return (
    <>
      {empty ? (
        <div className="-mx-gutter">
          <Empty title={t("none")}>{t("noneHint")}</Empty>
        </div>
      ) : (
        <p className="mb-6 text-control text-ink-2">{may ? t("choose") : t("readOnly")}</p>
      )}
      {may && (
        <Section title={t("add")}>
          <p className="mt-3 mb-4 text-control text-ink-3">{t("addHint")}</p>
          <AddDepartment parent={null} parents={places} words={words} />
        </Section>
      )}
    </>
  )
}
