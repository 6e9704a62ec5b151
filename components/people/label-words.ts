import { getTranslations } from "next-intl/server"
import type { LabelWords } from "@/components/people/sensitivity-forms"

export async function labelWords(): Promise<LabelWords> {
  const t = await getTranslations("people.sensitivity")
  return {
    name: t("name"),
    nameEn: t("nameEn"),
    what: t("what"),
    save: t("save"),
    saved: t("saved"),
    add: t("add"),
  }
}
