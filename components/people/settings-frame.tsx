import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { SettingsSignOut } from "@/components/people/settings-sign-out"
import type { IconName } from "@/components/ui/icon-names"
import { SideNav } from "@/components/ui/side-nav"

const sections = [
  { name: "profile", href: "/settings", icon: "user" },
  { name: "security", href: "/settings/security", icon: "shield-check" },
  { name: "notifications", href: "/settings/notifications", icon: "bell" },
  { name: "look", href: "/settings/look", icon: "languages" },
  { name: "leave", href: "/settings/leave", icon: "calendar-clock" },
  { name: "data", href: "/settings/data", icon: "archive" },
  { name: "shortcuts", href: "/settings/shortcuts", icon: "keyboard" },
] as const satisfies readonly { name: string; href: string; icon: IconName }[]

export type SettingsSection = (typeof sections)[number]["name"]

/** Sections on 200 of paper, the reading column, and 288 at the right where something stands there. */
export async function SettingsFrame({
  current,
  aside,
  children,
}: {
  current: SettingsSection
  aside?: ReactNode
  children: ReactNode
}) {
  const t = await getTranslations("people.settings")
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      <h1 className="sr-only">{t("title")}</h1>
      <SideNav
        title={t("title")}
        label={t("sections")}
        items={sections.map(({ name, href, icon }) => ({
          href,
          icon,
          label: t(name),
          current: name === current,
        }))}
        foot={<SettingsSignOut label={t("signOut")} />}
      />
      <div className="flex min-h-0 min-w-0 flex-1 overflow-y-auto max-lg:flex-col">
        <div className="min-w-0 px-4 py-4 md:px-8 lg:flex-1">
          <div className="max-w-160">{children}</div>
        </div>
        {aside && (
          <aside className="shrink-0 border-line px-6 py-4 max-lg:border-t max-md:px-4 lg:w-72 lg:border-l">
            {aside}
          </aside>
        )}
      </div>
    </div>
  )
}
