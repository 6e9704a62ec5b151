import { getTranslations } from "next-intl/server"
import { ChangePasswordForm } from "@/components/people/password-forms"
import { changeWords } from "@/components/people/password-words"
import { SettingsFrame } from "@/components/people/settings-frame"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import { ownProof } from "@/lib/people/security-history"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.password"))("change") }
}

export default async function ChangePassword() {
  const actor = await pageActor()
  const proof = await ownProof(db(), actor)
  const [t, words] = await Promise.all([
    getTranslations("people.password"),
    changeWords(proof.totpSince ? 8 : 12),
  ])
  return (
    <SettingsFrame current="security">
      <Section title={t("change")}>
        <div className="max-w-110 pt-4">
          <ChangePasswordForm words={words} done="/settings/security" />
        </div>
      </Section>
    </SettingsFrame>
  )
}
