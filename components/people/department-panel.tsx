import { getTranslations } from "next-intl/server"
import {
  AddDepartment,
  DepartmentForm,
  DissolveDepartment,
} from "@/components/people/department-form"
import { confirmWords, departmentFormWords } from "@/components/people/department-words"
import { MovePeople } from "@/components/people/move-people"
import { FieldRow, FieldRows } from "@/components/ui/field-row"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import { canManageAccount } from "@/lib/people/accounts-policy"
import type { TreeNode } from "@/lib/people/department-lines"
import { directMembers } from "@/lib/people/department-members"
import { standing } from "@/lib/people/departments"
import { canChangeDepartments } from "@/lib/people/departments-policy"
import { facesOf, namesOf } from "@/lib/people/finding"
import type { PersonActor } from "@/lib/platform/actor"
import { type Organisation, subtree } from "@/lib/platform/organisation"

interface Panel {
  actor: PersonActor
  node: TreeNode
  org: Organisation
  places: { value: number; label: string }[]
}

/** One department: its own facts, its people, what may be done with it. */
export async function DepartmentPanel(panel: Panel) {
  const t = await getTranslations("people.departments")
  const { actor, node } = panel
  return (
    <>
      <Section title={t("details")}>
        <div className="mt-4">
          <Facts {...panel} />
        </div>
      </Section>
      <Members {...panel} />
      {canChangeDepartments(actor) && <Below {...panel} name={node.name} />}
    </>
  )
}

async function Facts({ actor, node, org, places }: Panel) {
  const [t, words] = await Promise.all([
    getTranslations("people.departments"),
    departmentFormWords(),
  ])
  const department = org.departments.get(node.id)
  if (!department) return null
  const { parentId, headId } = department
  const leading = headId === null ? [] : [headId]
  const [names, faces] = await Promise.all([namesOf(db(), leading), facesOf(db(), leading)])
  const [head = null] = leading.map((id) => ({
    id,
    name: names.get(id) ?? "",
    face: faces.get(id) ?? null,
  }))
  if (!canChangeDepartments(actor))
    return (
      <FieldRows>
        <FieldRow label={t("parent")}>
          {places.find(({ value }) => value === parentId)?.label ?? t("noParent")}
        </FieldRow>
        <FieldRow label={t("head")}>{head?.name ?? t("noHead")}</FieldRow>
      </FieldRows>
    )
  const within = new Set(subtree(org, node.id))
  return (
    <DepartmentForm
      key={standing(department)}
      department={{ id: node.id, name: node.name, parentId, head, seen: standing(department) }}
      parents={places.filter(({ value }) => !within.has(value))}
      words={words}
    />
  )
}

async function Members({ actor, node, org, places }: Panel) {
  const [t, { members, more }] = await Promise.all([
    getTranslations("people.departments"),
    directMembers(db(), node.id),
  ])
  const fixed = (id: number) =>
    !canManageAccount(actor, { id, administrator: org.duties.get(id)?.has("platform") ?? false })
  return (
    <Section title={t("members")} count={members.length > 0 ? `${members.length}` : undefined}>
      {members.length === 0 && <p className="mt-3 text-control text-ink-3">{t("noMembers")}</p>}
      {members.length > 0 && (
        <MovePeople
          key={members.map(({ id }) => id).join()}
          members={members.map(({ id, name, face, post, staffNo }) => ({
            id,
            name,
            face,
            about: [post, staffNo].filter(Boolean).join(" "),
            label: t("choosePerson", { name }),
            fixed: fixed(id),
          }))}
          targets={places.filter(({ value }) => value !== node.id)}
          words={{
            to: t("moveTo"),
            move: t("move"),
            moved: t("moved"),
            confirm: await confirmWords(),
          }}
        />
      )}
      {more && <p className="mt-2 text-meta text-ink-3">{t("more", { count: members.length })}</p>}
    </Section>
  )
}

async function Below({ node, places, name }: Panel & { name: string }) {
  const [t, words] = await Promise.all([
    getTranslations("people.departments"),
    departmentFormWords(),
  ])
  return (
    <>
      <Section title={t("addBelow", { name })}>
        <div className="mt-4">
          <AddDepartment parent={node.id} parents={places} words={words} />
        </div>
      </Section>
      <Section title={t("dissolve")}>
        <p className="mt-3 mb-4 text-control text-ink-3">{t("dissolveHint")}</p>
        <DissolveDepartment id={node.id} words={words} />
      </Section>
    </>
  )
}
