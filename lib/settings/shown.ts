import type { Settings } from "@/lib/platform/settings"

/** What the page gets of the settings: of each secret only whether there is one. */
export function shownSettings(settings: Settings) {
  const { company, passwords, smtp, oidc, s3, promises, messages, tasks } = settings
  const { guests, tickets, notifications, wording, screening } = settings
  const { password, ...mail } = smtp
  const { clientSecret, ...accounts } = oidc
  const { secretKey, ...store } = s3
  return {
    company,
    passwords,
    promises,
    messages,
    tasks,
    guests,
    tickets,
    notifications,
    wording,
    screening,
    smtp: { ...mail, hasPassword: password !== "" },
    oidc: { ...accounts, hasSecret: clientSecret !== "" },
    s3: { ...store, hasSecret: secretKey !== "" },
  }
}

export type ShownSettings = ReturnType<typeof shownSettings>
