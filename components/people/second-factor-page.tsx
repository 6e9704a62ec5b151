import { getTranslations } from "next-intl/server"
import QRCode from "qrcode"
import { loginWords } from "@/components/people/password-words"
import { AddSecondFactor } from "@/components/people/second-factor-forms"
import { db } from "@/db/engine"
import { cameJustNow } from "@/lib/people/password-changing"
import { authenticatorAddress, offeredSecret } from "@/lib/people/second-factor"
import type { PersonActor } from "@/lib/platform/actor"
import { settings } from "@/lib/platform/settings"

/** Turning the second factor on, in the settings or before anything else. */
export async function AddSecondFactorPart({ actor, done }: { actor: PersonActor; done: string }) {
  const [t, { company }, secret, trusted] = await Promise.all([
    getTranslations("people.secondFactor"),
    settings(),
    offeredSecret(db(), actor),
    cameJustNow(db(), actor),
  ])
  const address = authenticatorAddress(secret, company.name || "Qibu", actor.staffNo)
  const picture = await QRCode.toDataURL(address, { margin: 2, width: 360 })
  const words = {
    ...(await codesWords()),
    code: t("code"),
    confirm: t("confirm"),
    scan: t("scan"),
    picture: t("picture"),
    key: t("key"),
  }
  const prove = { ...(await proveWords("", words.confirm)), asked: !trusted }
  return (
    <AddSecondFactor words={words} prove={prove} picture={picture} secret={secret} done={done} />
  )
}

export async function codesWords() {
  const t = await getTranslations("people.secondFactor")
  return { codesTitle: t("codesTitle"), codesOnce: t("codesOnce"), done: t("done") }
}

/** The words of a form that asks for the password once more. */
export async function proveWords(note: string, submit: string) {
  const t = await getTranslations("people.password")
  return { ...(await loginWords()), current: t("current"), note, submit }
}
