import { getTranslations } from "next-intl/server"
import { NotificationForm } from "@/components/people/notification-form"
import { SettingsFrame } from "@/components/people/settings-frame"
import { db } from "@/db/engine"
import { ownProfile } from "@/lib/people/own-profile"
import { notificationMatrix } from "@/lib/people/preferences"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.settings"))("notifications") }
}

export default async function Notifications() {
  const actor = await pageActor()
  const [profile, rows] = await Promise.all([
    ownProfile(db(), actor),
    notificationMatrix(db(), actor.personId),
  ])
  return (
    <SettingsFrame current="notifications">
      <NotificationForm
        rows={rows}
        quiet={{ from: profile.quietFrom, until: profile.quietUntil }}
      />
    </SettingsFrame>
  )
}
