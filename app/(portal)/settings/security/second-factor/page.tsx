import { getTranslations } from "next-intl/server"
import { RemoveSecondFactor } from "@/components/people/second-factor-forms"
import { AddSecondFactorPart, proveWords } from "@/components/people/second-factor-page"
import { SettingsFrame } from "@/components/people/settings-frame"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import { ownProof } from "@/lib/people/security-history"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.signIn"))("second") }
}

export default async function SecondFactor({
  searchParams,
}: {
  searchParams: Promise<{ begun?: string }>
}) {
  const actor = await pageActor()
  const [proof, t] = await Promise.all([
    ownProof(db(), actor),
    getTranslations("people.secondFactor"),
  ])
  // Once it is on, this page still shows the codes of the form that turned it on.
  const adding = proof.totpSince === null || (await searchParams).begun === "1"
  return (
    <SettingsFrame current="security">
      <Section title={adding ? t("title") : t("off")}>
        <div className="max-w-110 pt-4">
          {adding ? (
            <AddSecondFactorPart actor={actor} done="/settings/security" />
          ) : (
            <RemoveSecondFactor words={await proveWords(t("offNote"), t("off"))} />
          )}
        </div>
      </Section>
    </SettingsFrame>
  )
}
