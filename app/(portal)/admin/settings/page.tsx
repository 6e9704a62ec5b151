import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { SettingsScreen } from "@/components/settings/settings-screen"
import { db } from "@/db/engine"
import { ownProfile } from "@/lib/people/own-profile"
import { env } from "@/lib/platform/env"
import { pageActor } from "@/lib/platform/session"
import { settings } from "@/lib/platform/settings"
import { siteAddress } from "@/lib/platform/site-address"
import { mayChangeSettings } from "@/lib/settings/changing"
import { shownSettings } from "@/lib/settings/shown"

export async function generateMetadata() {
  return { title: (await getTranslations("settings"))("title") }
}

export default async function CompanySettings() {
  const actor = await pageActor()
  if (!mayChangeSettings(actor)) notFound()
  const [now, me] = await Promise.all([settings(), ownProfile(db(), actor)])
  return (
    <SettingsScreen
      shown={shownSettings(now)}
      ownAddress={me.email}
      localLinks={env().url ? null : siteAddress()}
    />
  )
}
