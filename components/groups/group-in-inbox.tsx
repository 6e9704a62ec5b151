import { getTranslations } from "next-intl/server"
import type { RecordScreen } from "@/components/inbox/record-screen"

type Words = Awaited<ReturnType<typeof getTranslations<"groups.event">>>

interface Said {
  type: string
  data: Record<string, unknown>
}

function sentence({ type, data }: Said, t: Words): string {
  switch (type) {
    case "group.created":
      return t("created")
    case "group.joined":
      return t(data.by === "request" ? "request" : "joined")
    case "group.requested":
      return t("requested")
    case "group.role_changed":
      return t(data.after === "manager" ? "manager" : "member")
    case "group.on_call":
      return t(data.onCall ? "onCall" : "offCall")
    case "group.announced":
      return t("announced")
    default:
      return t("other")
  }
}

export const groupScreen: RecordScreen = {
  sentence: async (item) => sentence(item, await getTranslations("groups.event")),
}
