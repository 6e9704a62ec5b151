import { getTranslations } from "next-intl/server"
import { GroupAct } from "@/components/groups/group-act"
import type { PersonActor } from "@/lib/platform/actor"

/** 发消息: opens the one private chat of the reader and somebody who works here. */
export async function MessagePerson({
  actor,
  person,
}: {
  actor: PersonActor
  person: { id: number; disabledAt: Date | null }
}) {
  if (person.disabledAt || person.id === actor.personId) return null
  const t = await getTranslations("groups")
  return (
    <div className="mt-4">
      <GroupAct
        act="direct"
        fields={{ people: `#${person.id}` }}
        tone="primary"
        icon="message-square"
      >
        {t("message")}
      </GroupAct>
    </div>
  )
}
