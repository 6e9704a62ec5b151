import { getTranslations } from "next-intl/server"
import { StateChip } from "@/components/ui/state-chip"
import type { RequestState } from "@/lib/outward/request"

/** Its state as a chip; a fill where somebody has to act. */
export async function StateOfRequest({ state }: { state: RequestState }) {
  const t = await getTranslations("outward.state")
  if (state === "waiting")
    return (
      <StateChip icon="clock" tone="support" fill="wash">
        {t(state)}
      </StateChip>
    )
  if (state === "failed")
    return (
      <StateChip icon="circle-alert" tone="cinnabar" fill="wash">
        {t(state)}
      </StateChip>
    )
  if (state === "sent")
    return (
      <StateChip icon="check" tone="done">
        {t(state)}
      </StateChip>
    )
  return <StateChip icon={state === "released" ? "send-horizontal" : "lock"}>{t(state)}</StateChip>
}
