import { getTranslations } from "next-intl/server"
import type { DepartmentWords } from "@/components/people/department-form"
import { pickerWords } from "@/components/people/picker-words"
import type { TreeWords } from "@/components/ui/tree-markup"

export async function confirmWords() {
  const t = await getTranslations("people.departments")
  return { before: t("before"), confirm: t("confirm"), back: t("back") }
}

export async function departmentFormWords(): Promise<DepartmentWords> {
  const t = await getTranslations("people.departments")
  return {
    name: t("name"),
    parent: t("parent"),
    noParent: t("noParent"),
    head: t("head"),
    save: t("save"),
    saved: t("saved"),
    add: t("add"),
    dissolve: t("dissolve"),
    pick: await pickerWords(),
    confirm: await confirmWords(),
  }
}

/** What a disclosure in a tree opens. */
export async function treeWords(): Promise<TreeWords> {
  const t = await getTranslations("people.directory")
  return { below: (of) => t("below", { name: of }) }
}
