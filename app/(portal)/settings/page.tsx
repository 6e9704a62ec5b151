import { getTranslations } from "next-intl/server"
import { ProfileForm } from "@/components/people/profile-form"
import { SettingsFrame } from "@/components/people/settings-frame"
import { db } from "@/db/engine"
import { ownProfile } from "@/lib/people/own-profile"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.settings"))("profile") }
}

export default async function Profile({
  searchParams,
}: {
  searchParams: Promise<{ face?: string }>
}) {
  const actor = await pageActor()
  const profile = await ownProfile(db(), actor)
  return (
    <SettingsFrame current="profile">
      <ProfileForm profile={profile} faceFailed={(await searchParams).face === "failed"} />
    </SettingsFrame>
  )
}
