import { getTranslations } from "next-intl/server"
import { PushDeviceRow } from "@/components/notifications/push-device-row"
import { PushHere } from "@/components/notifications/push-here"
import { pushWords } from "@/components/notifications/push-words"
import { Section } from "@/components/ui/section"
import type { PushDevice } from "@/lib/notifications/push-devices"
import { pushKey } from "@/lib/platform/push-key"

/** 推送: the devices that are woken, whether pushes reach them, and this one. */
export async function PushSection({
  devices,
  sessionId,
}: {
  devices: PushDevice[]
  sessionId: number
}) {
  const [t, words] = await Promise.all([getTranslations("notifications.push"), pushWords()])
  const here = devices.find((device) => device.sessionId === sessionId)
  return (
    <Section title={t("title")}>
      <p className="mt-3 text-control text-pretty text-ink-3">{t("note")}</p>
      {devices.length > 0 && (
        <ul className="mt-3">
          {devices.map((device) => (
            <PushDeviceRow key={device.id} device={device} here={device === here} />
          ))}
        </ul>
      )}
      <PushHere publicKey={pushKey().publicKey} on={Boolean(here)} words={words} />
    </Section>
  )
}
