import { getLocale } from "next-intl/server"
import type { ReactNode } from "react"
import { GroupList } from "@/components/messages/group-list"
import { canCreate } from "@/lib/groups/policy"
import { myGroups } from "@/lib/messages/list"
import { words } from "@/lib/messages/words"
import type { PersonActor } from "@/lib/platform/actor"
import { settings } from "@/lib/platform/settings"

export async function GroupsFrame({
  actor,
  children,
}: {
  actor: PersonActor
  children: ReactNode
}) {
  const [locale, first, { company }] = await Promise.all([getLocale(), myGroups(actor), settings()])
  return (
    <div className="flex min-h-0 flex-1">
      <GroupList
        personId={actor.personId}
        first={first}
        canCreate={canCreate(actor)}
        reader={{ locale, timeZone: company.timeZone, now: Date.now(), words: words[locale].talk }}
      />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</div>
    </div>
  )
}
