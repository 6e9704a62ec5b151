import { getTranslations } from "next-intl/server"
import type { DepartmentWords } from "@/components/people/department-form"
import type { PickerWords } from "@/components/ui/people-picker"

export async function pickerWords(): Promise<PickerWords> {
  const t = await getTranslations("tasks.pick")
  return {
    placeholder: t("placeholder"),
    remove: t("remove"),
    choose: t("choose"),
    confirm: t("confirm"),
    none: t("none"),
  }
}

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
