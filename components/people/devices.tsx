import { getLocale, getTranslations } from "next-intl/server"
import { ActButton } from "@/components/people/act-button"
import { placeWords } from "@/components/people/place-words"
import { Icon } from "@/components/ui/icon"
import { Section } from "@/components/ui/section"
import { DeviceRow } from "@/components/ui/settings-row"
import { when } from "@/lib/calendar/when"
import { deviceName } from "@/lib/people/device-name"
import type { OpenSession } from "@/lib/people/sessions"

/** 登录设备: where one is signed in now. */
export async function Devices({ sessions, current }: { sessions: OpenSession[]; current: number }) {
  const [t, w, place] = await Promise.all([getTranslations("people.devices"), when(), placeWords()])
  const others = sessions.filter((session) => session.id !== current).length
  const named = await Promise.all(
    sessions.map(async (session) => ({ session, ...(await shown(session.device)) })),
  )
  return (
    <Section
      title={t("title")}
      aside={
        others > 0 && (
          <ActButton act="signOutElsewhere" danger>
            {t("signOutOthers", { count: others })}
          </ActButton>
        )
      }
    >
      <ul>
        {named.map(({ session, name, handheld }) => (
          <DeviceRow
            key={session.id}
            icon={handheld ? "smartphone" : "monitor"}
            name={name}
            place={place(session.address)}
            when={session.id === current ? t("now") : w.moment(session.seenAt)}
            action={
              session.id === current ? (
                <span className="flex items-center gap-1.5 text-control text-done">
                  <Icon name="check" size={14} />
                  {t("thisOne")}
                </span>
              ) : (
                <ActButton act="signOutThere" id={session.id} label={t("signOutOf", { name })}>
                  {t("signOutThere")}
                </ActButton>
              )
            }
          />
        ))}
      </ul>
    </Section>
  )
}

async function shown(userAgent: string | null) {
  const [t, locale] = await Promise.all([getTranslations("people.devices"), getLocale()])
  const { system, browser, handheld } = deviceName(userAgent, locale)
  const both = system && browser ? t("name", { system, browser }) : system || browser
  return { name: both || t("unknown"), handheld }
}
