import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { RenewCodes } from "@/components/people/second-factor-forms"
import { codesWords, proveWords } from "@/components/people/second-factor-page"
import { SettingsFrame } from "@/components/people/settings-frame"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import { ownProof } from "@/lib/people/security-history"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.secondFactor"))("renewTitle") }
}

export default async function RenewCodesPage() {
  const actor = await pageActor()
  if (!(await ownProof(db(), actor)).totpSince) redirect("/settings/security")
  const [t, p, codes] = await Promise.all([
    getTranslations("people.secondFactor"),
    getTranslations("people.proof"),
    codesWords(),
  ])
  const words = { ...(await proveWords(t("renewNote"), p("renew"))), ...codes }
  return (
    <SettingsFrame current="security">
      <Section title={t("renewTitle")}>
        <div className="max-w-110 pt-4">
          <RenewCodes words={words} done="/settings/security" />
        </div>
      </Section>
    </SettingsFrame>
  )
}
