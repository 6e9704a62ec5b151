import { dropCookie, keepCookie, readCookie } from "@/lib/platform/browser-cookies"
import { dayMs } from "@/lib/platform/due-first"
import { keepSession } from "@/lib/platform/session"
import type { Entered } from "./signing-in"

const deviceCookie = "qibu.device"

/** The token this browser got when somebody first signed in on it. */
export async function deviceToken(): Promise<string | null> {
  const token = await readCookie(deviceCookie)
  return token && /^[\w-]{43}$/.test(token) ? token : null
}

/** 400 days: as long as browsers keep a cookie at all. */
export const keepDevice = (token: string) =>
  keepCookie(deviceCookie, token, { maxAge: (400 * dayMs) / 1000 })

/** The browser is signed in from here on. */
export async function keepEntered({ token, device }: Entered): Promise<void> {
  await keepSession(token)
  await keepDevice(device)
  await dropCookie(secondCookie, "/login")
  await dropCookie(linkCookie, "/password")
}

/** Between password and second step. */
export const secondCookie = "qibu.second"
/** A one-time link, taken out of the address bar. */
export const linkCookie = "qibu.link"
