import { getTranslations } from "next-intl/server"
import { LookForm } from "@/components/people/look-form"
import { SettingsFrame } from "@/components/people/settings-frame"
import { db } from "@/db/engine"
import { ownProfile } from "@/lib/people/own-profile"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.settings"))("look") }
}

export default async function LookPage() {
  const actor = await pageActor()
  const profile = await ownProfile(db(), actor)
  return (
    <SettingsFrame current="look">
      <LookForm profile={profile} />
    </SettingsFrame>
  )
}
