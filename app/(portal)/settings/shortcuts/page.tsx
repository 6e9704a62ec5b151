import { getTranslations } from "next-intl/server"
import { everyShortcut } from "@/components/people/every-shortcut"
import { SettingsFrame } from "@/components/people/settings-frame"
import { ShortcutsList } from "@/components/shell/shortcuts-list"
import { Section } from "@/components/ui/section"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.settings"))("shortcuts") }
}

export default async function ShortcutsPage() {
  const [all, t] = await Promise.all([
    everyShortcut(await pageActor()),
    getTranslations("shell.sheet"),
  ])
  return (
    <SettingsFrame current="shortcuts">
      <Section title={t("title")}>
        <div className="mt-4">
          <ShortcutsList all={all} words={{ filter: t("filter"), none: t("none") }} />
        </div>
      </Section>
    </SettingsFrame>
  )
}
