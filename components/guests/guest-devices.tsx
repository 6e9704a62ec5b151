import { getLocale, getTranslations } from "next-intl/server"
import { GuestAct } from "@/components/guests/guest-acts"
import { Icon } from "@/components/ui/icon"
import { Section } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import type { Invitation } from "@/lib/guests/invitation"
import { canRevoke } from "@/lib/guests/policy"
import { devicesOf } from "@/lib/guests/queries"
import { deviceName } from "@/lib/people/device-name"
import type { PersonActor } from "@/lib/platform/actor"

/** Where the link was opened; each can be taken out by itself. */
export async function GuestDevices({
  actor,
  invitation,
}: {
  actor: PersonActor
  invitation: Invitation
}) {
  const [t, locale, time, devices] = await Promise.all([
    getTranslations("guests.page"),
    getLocale(),
    when(),
    devicesOf([invitation.id]),
  ])
  return (
    <Section title={t("devices")}>
      {devices.length === 0 && <p className="py-2 text-control text-ink-2">{t("noDevices")}</p>}
      {devices.map((device) => {
        const { browser, system } = deviceName(device.device, locale)
        return (
          <div
            key={device.id}
            className="flex flex-wrap items-center gap-3 border-b border-line-soft py-2 text-ui"
          >
            <Icon name="smartphone" className="text-ink-3" />
            <span className="min-w-0 flex-1 truncate">
              {[browser, system, device.address].filter(Boolean).join(" · ") || t("devices")}
            </span>
            <span className="text-meta text-ink-3">
              {device.endedAt ? t("ended") : t("opened", { time: time.moment(device.createdAt) })}
            </span>
            {!device.endedAt && canRevoke(actor, invitation) && (
              <GuestAct
                act="device"
                tone="quiet"
                fields={{ id: invitation.id, session: device.id }}
              >
                {t("removeDevice")}
              </GuestAct>
            )}
          </div>
        )
      })}
    </Section>
  )
}
