import { getTranslations } from "next-intl/server"
import type { LoginWords } from "@/components/people/login-form"
import type { NewPasswordWords } from "@/components/people/new-password-fields"
import type { ChangeWords } from "@/components/people/password-forms"
import { settings } from "@/lib/platform/settings"

/** The sentences of the password forms, as plain text for client parts. */
export async function loginWords(): Promise<LoginWords> {
  const t = await getTranslations("people.signIn")
  return {
    login: t("login"),
    password: t("password"),
    forgotten: t("forgotten"),
    submit: t("title"),
    show: t("show"),
    hide: t("hide"),
    capsLock: t("capsLock"),
  }
}

/** @param least characters: 12, or 8 with a second factor */
export async function newPasswordWords(least = 12): Promise<NewPasswordWords> {
  const [t, door, { passwords }] = await Promise.all([
    getTranslations("people.password"),
    loginWords(),
    settings(),
  ])
  return {
    ...door,
    password: t("new"),
    again: t("again"),
    checks: {
      too_short: t("rule.long", { least }),
      common: t("rule.common"),
      contains_phone: t("rule.phone"),
      contains_birthday: t("rule.birthday"),
      contains_name: t("rule.name"),
      later: passwords.expireAfter > 0 ? t("rule.later", { days: passwords.expireAfter }) : null,
    },
  }
}

export async function changeWords(least?: number): Promise<ChangeWords> {
  const t = await getTranslations("people.password")
  return {
    ...(await newPasswordWords(least)),
    current: t("current"),
    change: t("change"),
    changed: t("changed"),
  }
}
