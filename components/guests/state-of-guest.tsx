import { getTranslations } from "next-intl/server"
import { StateChip } from "@/components/ui/state-chip"
import { daysLeft, type InvitationState } from "@/lib/guests/states"

/** Its state as a chip; while it is in force, how many days are left. */
export async function StateOfGuest({
  state,
  expiresAt,
}: {
  state: InvitationState
  expiresAt: Date
}) {
  const t = await getTranslations("guests")
  if (state === "open" || state === "used")
    return (
      <StateChip icon="globe" tone="outside" fill="wash" title={t(`state.${state}`)}>
        {t("badge", { days: daysLeft(expiresAt, new Date()) })}
      </StateChip>
    )
  if (state === "waiting" || state === "suspended")
    return (
      <StateChip icon="clock" tone="support" fill="wash">
        {t(`state.${state}`)}
      </StateChip>
    )
  return <StateChip icon="lock">{t(`state.${state}`)}</StateChip>
}
