import { getTranslations } from "next-intl/server"
import { LeaveSection } from "@/components/people/leave-section"
import { SettingsFrame } from "@/components/people/settings-frame"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.settings"))("leave") }
}

export default async function Leave() {
  const actor = await pageActor()
  return (
    <SettingsFrame current="leave">
      <LeaveSection actor={actor} person={{ id: actor.personId, name: actor.name }} size="panel" />
    </SettingsFrame>
  )
}
