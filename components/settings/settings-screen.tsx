import { getTranslations } from "next-intl/server"
import { ScreeningSection } from "@/components/settings/screening-section"
import { settingSections } from "@/components/settings/setting-fields"
import { SettingsForm } from "@/components/settings/settings-form"
import { TestMail } from "@/components/settings/test-mail"
import { Banner } from "@/components/ui/banner"
import { Section } from "@/components/ui/section"
import { SideNav } from "@/components/ui/side-nav"
import type { ShownSettings } from "@/lib/settings/shown"

const icons = {
  company: "building-2",
  passwords: "key-round",
  smtp: "mail",
  oidc: "log-in",
  s3: "folder",
  promises: "clock",
  messages: "message-square",
  tasks: "circle-check",
  guests: "globe",
  tickets: "ticket",
  notifications: "bell",
  wording: "pencil",
  screening: "shield",
} as const

/** 企业设置: every section on one page, each saved by itself. */
export async function SettingsScreen({
  shown,
  ownAddress,
  localLinks,
}: {
  shown: ShownSettings
  ownAddress: string
  /** What links in mails and on paper begin with, where nobody said the portal's address. */
  localLinks: string | null
}) {
  const [t, sections] = await Promise.all([getTranslations("settings"), settingSections(shown)])
  const acts = [...sections.map(({ act }) => act), "screening"] as const
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      <h1 className="sr-only">{t("title")}</h1>
      <SideNav
        title={t("title")}
        label={t("sections")}
        items={acts.map((act) => ({
          href: `#${act}`,
          icon: icons[act],
          label: t(`${act}.title`),
        }))}
      />
      <div className="min-h-0 min-w-0 flex-1 overflow-y-auto px-4 py-4 md:px-8">
        <div className="max-w-160 pb-16">
          {localLinks && (
            <Banner className="mb-6">{t("localLinks", { address: localLinks })}</Banner>
          )}
          {sections.map(({ act, fields }) => (
            <div key={act} id={act} className="mt-9 scroll-mt-4 first:mt-0">
              <Section title={t(`${act}.title`)}>
                <p className="mt-3 mb-4 text-control text-pretty text-ink-3">{t(`${act}.note`)}</p>
                <SettingsForm
                  act={act}
                  fields={fields}
                  words={{ save: t("save"), saved: t("saved") }}
                />
                {act === "smtp" && (
                  <TestMail
                    label={t("smtp.test")}
                    queued={t("smtp.queued", { address: ownAddress })}
                  />
                )}
              </Section>
            </div>
          ))}
          <div id="screening" className="mt-9 scroll-mt-4">
            <Section title={t("screening.title")}>
              <p className="mt-3 mb-4 text-control text-pretty text-ink-3">{t("screening.note")}</p>
              <ScreeningSection shown={shown} />
            </Section>
          </div>
        </div>
      </div>
    </div>
  )
}
