import { getRequestConfig } from "next-intl/server"
import type { Locale } from "./platform/actor"
import { cookieAsked, headersAsked, languageAsked } from "./platform/asked"
import { currentGuest } from "./platform/guest-session"
import { currentSession } from "./platform/session"
import { settings } from "./platform/settings"
import { words } from "./words"

/** The person's choice, else this browser's choice on the login page, else the browser's language, else Chinese. */
async function localeOf(): Promise<Locale> {
  if (/^\/g(\/|\?|$)/.test((await headersAsked()).get("x-qibu-path") ?? "")) return guestLocale()
  const session = await currentSession()
  const own = typeof session === "string" ? await languageAsked() : session.actor.locale
  return own ?? "zh"
}

/** A guest's pages are theirs, whoever else is signed in on the same browser. */
async function guestLocale(): Promise<Locale> {
  const chosen = await cookieAsked("qibu.locale")
  if (chosen === "zh" || chosen === "en") return chosen
  const guest = await currentGuest()
  return typeof guest === "string" ? ((await languageAsked()) ?? "zh") : guest.locale
}

export default getRequestConfig(async () => {
  const locale = await localeOf()
  const { company } = await settings()
  return { locale, messages: words[locale], timeZone: company.timeZone, now: new Date() }
})
