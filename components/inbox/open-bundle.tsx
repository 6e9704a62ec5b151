import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import type { HandleWords } from "@/components/inbox/handle-buttons"
import { PaneButtons } from "@/components/inbox/pane-buttons"
import { screenOf } from "@/components/inbox/record-screens"
import { ownOpenBundle } from "@/lib/notifications/queries"
import type { PersonActor } from "@/lib/platform/actor"

/** The record of the bundle that `open` names, beside the list; null for any other number. */
export async function openBundle(
  actor: PersonActor,
  open: number | undefined,
  back: string,
  words: HandleWords,
): Promise<ReactNode> {
  const bundle = open === undefined ? null : await ownOpenBundle(actor, open)
  const screen = bundle && screenOf(bundle.kind)
  if (!bundle || !screen?.pane) return null
  const t = await getTranslations("notifications")
  return screen.pane(actor, bundle.recordId, {
    close: { href: "/inbox", label: t("close") },
    reply: true,
    actions: (
      <PaneButtons key={bundle.id} id={bundle.id} state={bundle.state} back={back} words={words} />
    ),
  })
}
