import { getTranslations } from "next-intl/server"
import { KeptData } from "@/components/people/kept-data"
import { SettingsFrame } from "@/components/people/settings-frame"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { Section } from "@/components/ui/section"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.settings"))("data") }
}

export default async function OwnData({
  searchParams,
}: {
  searchParams: Promise<{ failed?: string }>
}) {
  await pageActor()
  const [t, { failed }] = await Promise.all([getTranslations("people.data"), searchParams])
  return (
    <SettingsFrame current="data">
      <Section title={t("title")}>
        <p className="py-3 text-control text-pretty text-ink-2">{t("note")}</p>
        <form method="post" action="/settings/data/export">
          <Button type="submit" icon="download" size="m">
            {t("download")}
          </Button>
        </form>
        {failed && <FieldError>{t("failed")}</FieldError>}
      </Section>
      <KeptData />
    </SettingsFrame>
  )
}
