import { getTranslations } from "next-intl/server"
import { PushSection } from "@/components/notifications/push-section"
import { NotificationForm } from "@/components/people/notification-form"
import { SettingsFrame } from "@/components/people/settings-frame"
import { db } from "@/db/engine"
import { ownDevices } from "@/lib/notifications/push-devices"
import { ownProfile } from "@/lib/people/own-profile"
import { notificationMatrix } from "@/lib/people/preferences"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.settings"))("notifications") }
}

export default async function Notifications() {
  const actor = await pageActor()
  const [profile, rows, devices] = await Promise.all([
    ownProfile(db(), actor),
    notificationMatrix(db(), actor.personId),
    ownDevices(db(), actor),
  ])
  return (
    <SettingsFrame current="notifications">
      <PushSection devices={devices} sessionId={actor.sessionId} />
      <NotificationForm
        rows={rows}
        quiet={{ from: profile.quietFrom, until: profile.quietUntil }}
      />
    </SettingsFrame>
  )
}
