import { getLocale, getTranslations } from "next-intl/server"
import { PushButton } from "@/components/notifications/push-button"
import { DeviceRow } from "@/components/ui/settings-row"
import { when } from "@/lib/calendar/when"
import type { PushDevice } from "@/lib/notifications/push-devices"
import { pushState } from "@/lib/notifications/push-state"
import { deviceName } from "@/lib/people/device-name"

/** One device: whether a push reached it, and if not, what to do. */
export async function PushDeviceRow({ device, here }: { device: PushDevice; here: boolean }) {
  const [t, w, locale] = await Promise.all([
    getTranslations("notifications.push"),
    when(),
    getLocale(),
  ])
  const { system, browser, handheld } = deviceName(device.device, locale)
  const name = [system, browser].filter(Boolean).join(" · ") || t("unknown")
  const state = pushState(device)
  return (
    <DeviceRow
      below
      icon={handheld ? "smartphone" : "monitor"}
      name={
        <>
          {name}
          {here && <span className="ml-2 text-meta text-ink-3">{t("here")}</span>}
        </>
      }
      place={
        state === "unheard" ? <span className="text-support">{t("unheardNote")}</span> : undefined
      }
      when={
        state === "heard"
          ? t("heard", { at: w.moment(device.heardAt ?? device.triedAt) })
          : t(state)
      }
      action={
        <span className="flex flex-wrap gap-1.5 md:justify-end">
          {state === "unheard" && <PushButton act="instead">{t("instead")}</PushButton>}
          <PushButton act="try" id={device.id} label={t("tryOf", { name })}>
            {t("try")}
          </PushButton>
          <PushButton
            act="text"
            id={device.id}
            on={!device.withText}
            label={t(device.withText ? "hideOf" : "showOf", { name })}
          >
            {t(device.withText ? "hide" : "show")}
          </PushButton>
          <PushButton act="remove" id={device.id} label={t("removeOf", { name })}>
            {t("remove")}
          </PushButton>
        </span>
      }
    />
  )
}
