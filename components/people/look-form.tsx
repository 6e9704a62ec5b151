import { getTranslations } from "next-intl/server"
import { SavedForm } from "@/components/people/saved-form"
import { Section } from "@/components/ui/section"
import { Segmented } from "@/components/ui/segmented"
import type { Profile } from "@/lib/people/own-profile"

/** 语言与外观 */
export async function LookForm({ profile }: { profile: Profile }) {
  const [t, s] = await Promise.all([
    getTranslations("people.look"),
    getTranslations("people.settings"),
  ])
  const rows = [
    {
      name: "locale",
      label: t("language"),
      value: profile.locale ?? "system",
      options: (["system", "zh", "en"] as const).map((value) => ({
        value,
        label: t(`languages.${value}`),
      })),
    },
    {
      name: "theme",
      label: t("theme"),
      value: profile.theme,
      options: (["system", "light", "dark"] as const).map((value) => ({
        value,
        label: t(`themes.${value}`),
      })),
    },
    {
      name: "density",
      label: t("density"),
      value: profile.density,
      options: (["normal", "compact"] as const).map((value) => ({
        value,
        label: t(`densities.${value}`),
      })),
    },
  ]
  return (
    <Section title={s("look")}>
      <div className="pt-4">
        <SavedForm act="look" words={{ save: s("save"), saved: s("saved") }}>
          {rows.map(({ name, label, value, options }) => (
            <div
              key={name}
              className="grid items-center gap-x-4 gap-y-1 text-control md:grid-cols-[88px_auto] md:justify-start"
            >
              <span aria-hidden="true" className="text-ink-2">
                {label}
              </span>
              <Segmented
                name={name}
                label={label}
                options={options}
                defaultValue={value}
                className="w-fit"
              />
            </div>
          ))}
        </SavedForm>
      </div>
    </Section>
  )
}
