import { getLocale, getTranslations } from "next-intl/server"
import { FalseFindRows } from "@/components/settings/false-find-rows"
import { ScreeningForm } from "@/components/settings/screening-form"
import type { SettingField } from "@/components/settings/setting-field"
import { findKinds } from "@/lib/platform/screening/kinds"
import { writing } from "@/lib/platform/writing-words"
import type { ShownSettings } from "@/lib/settings/shown"
import { screeningWords } from "@/lib/settings/words-screening"

/** 敏感信息 among the settings, with what people said is none. */
export async function ScreeningSection({ shown: { screening } }: { shown: ShownSettings }) {
  const [t, locale, all] = await Promise.all([
    getTranslations("settings"),
    getLocale(),
    getTranslations("settings.screening"),
  ])
  const { kinds } = writing[locale].sensitive
  const own = (pattern: boolean) =>
    screening.own.filter((one) => one.pattern === pattern).map(({ words }) => words)
  const fields: SettingField[] = [
    {
      ...{ kind: "ticks", name: "kinds", label: all("kinds") },
      value: findKinds.filter((kind) => !screening.off.includes(kind)),
      options: findKinds.map((kind) => ({ value: kind, label: kinds[kind] })),
    },
    {
      ...{ kind: "lines", name: "ownWords", label: all("words"), hint: all("wordsHint") },
      value: own(false),
    },
    {
      ...{ kind: "lines", name: "patterns", label: all("patterns"), hint: all("patternsHint") },
      value: own(true),
    },
    {
      ...{ kind: "lines", name: "except", label: all("except"), hint: all("exceptHint") },
      value: screening.except,
    },
  ]
  return (
    <>
      <ScreeningForm
        fields={fields}
        save={t("save")}
        saved={t("saved")}
        words={screeningWords[locale]}
        kinds={kinds}
      />
      <FalseFindRows off={screening.off} kinds={kinds} />
    </>
  )
}
