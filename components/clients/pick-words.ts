import { getTranslations } from "next-intl/server"
import type { PickerWords } from "@/components/ui/people-picker"

export async function pickWords(): Promise<PickerWords> {
  const t = await getTranslations("clients.form.pick")
  return {
    ...{ placeholder: t("placeholder"), remove: t("remove"), choose: t("choose") },
    ...{ confirm: t("confirm"), none: t("none") },
  }
}
