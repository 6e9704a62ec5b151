import { getTranslations } from "next-intl/server"
import { Devices } from "@/components/people/devices"
import { History } from "@/components/people/history"
import { ProofRows } from "@/components/people/proof"
import { SettingsFrame } from "@/components/people/settings-frame"
import { db } from "@/db/engine"
import { ownProof, securityHistory } from "@/lib/people/security-history"
import { listSessions } from "@/lib/people/sessions"
import { pageActor } from "@/lib/platform/session"
import { settings } from "@/lib/platform/settings"

const shown = 6
const most = 200

export async function generateMetadata() {
  return { title: (await getTranslations("people.settings"))("security") }
}

export default async function Security({
  searchParams,
}: {
  searchParams: Promise<{ history?: string }>
}) {
  const actor = await pageActor()
  const all = (await searchParams).history === "all"
  const [sessions, proof, rows, { passwords }] = await Promise.all([
    listSessions(db(), actor),
    ownProof(db(), actor),
    securityHistory(db(), actor, all ? most : shown + 1),
    settings(),
  ])
  const more = !all && rows.length > shown ? "/settings/security?history=all" : undefined
  return (
    <SettingsFrame
      current="security"
      aside={<History rows={all ? rows : rows.slice(0, shown)} more={more} />}
    >
      <Devices sessions={sessions} current={actor.sessionId} />
      <ProofRows proof={proof} expireAfter={passwords.expireAfter} />
    </SettingsFrame>
  )
}
