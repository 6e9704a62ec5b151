import { getTranslations } from "next-intl/server"
import type { SettingField } from "@/components/settings/setting-field"
import type { SettingsForms } from "@/components/settings/settings-form"
import { secondFactorChoices } from "@/lib/platform/due-first"
import { usualVague, vagueKinds } from "@/lib/platform/vague-words"
import type { ShownSettings } from "@/lib/settings/shown"

type Words = Awaited<ReturnType<typeof getTranslations<"settings">>>

function companyFields(t: Words, { company }: ShownSettings): SettingField[] {
  const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", company.timeZone])]
  return [
    {
      kind: "text",
      name: "name",
      label: t("company.name"),
      value: company.name,
      required: true,
    },
    {
      kind: "choice",
      name: "timeZone",
      label: t("company.timeZone"),
      value: company.timeZone,
      options: zones.map((zone) => ({ value: zone, label: zone })),
    },
    {
      kind: "choice",
      name: "locale",
      label: t("company.locale"),
      value: company.locale,
      options: (["zh", "en"] as const).map((value) => ({
        value,
        label: t(`company.locales.${value}`),
      })),
    },
  ]
}

const passwordFields = (t: Words, { passwords }: ShownSettings): SettingField[] => [
  {
    kind: "number",
    name: "expireAfter",
    label: t("passwords.expireAfter"),
    hint: t("passwords.expireHint"),
    value: passwords.expireAfter,
    least: 0,
    most: 3650,
  },
  {
    kind: "ticks",
    name: "secondFactorFor",
    label: t("passwords.secondFactorFor"),
    value: passwords.secondFactorFor,
    options: secondFactorChoices.map((value) => ({ value, label: t(`passwords.duties.${value}`) })),
  },
]

const secretHint = (t: Words, isSet: boolean) => t(isSet ? "secret.isSet" : "secret.none")

const smtpFields = (t: Words, { smtp }: ShownSettings): SettingField[] => [
  { kind: "text", name: "host", label: t("smtp.host"), value: smtp.host },
  { kind: "number", name: "port", label: t("smtp.port"), value: smtp.port, least: 1, most: 65535 },
  { kind: "tick", name: "secure", label: t("smtp.secure"), value: smtp.secure },
  { kind: "text", name: "user", label: t("smtp.user"), value: smtp.user },
  {
    kind: "secret",
    name: "password",
    label: t("smtp.password"),
    placeholder: secretHint(t, smtp.hasPassword),
  },
  { kind: "text", name: "from", label: t("smtp.from"), hint: t("smtp.fromHint"), value: smtp.from },
]

const oidcFields = (t: Words, { oidc }: ShownSettings): SettingField[] => [
  { kind: "text", name: "issuer", label: t("oidc.issuer"), value: oidc.issuer },
  { kind: "text", name: "clientId", label: t("oidc.clientId"), value: oidc.clientId },
  {
    kind: "secret",
    name: "clientSecret",
    label: t("oidc.clientSecret"),
    placeholder: secretHint(t, oidc.hasSecret),
  },
]

const s3Fields = (t: Words, { s3 }: ShownSettings): SettingField[] => [
  ...(["endpoint", "bucket", "region", "accessKey"] as const).map(
    (name): SettingField => ({ kind: "text", name, label: t(`s3.${name}`), value: s3[name] }),
  ),
  {
    kind: "secret",
    name: "secretKey",
    label: t("s3.secretKey"),
    placeholder: secretHint(t, s3.hasSecret),
  },
]

const ranges = {
  urgentMinutes: [1, 1440],
  ordinaryHours: [1, 80],
  minutesHours: [1, 72],
  noticeDays: [0, 30],
} as const

const promiseNames = ["urgentMinutes", "ordinaryHours", "minutesHours", "noticeDays"] as const

const promiseFields = (t: Words, { promises }: ShownSettings): SettingField[] =>
  promiseNames.map((name) => ({
    kind: "number",
    name,
    label: t(`promises.${name}`),
    value: promises[name],
    least: ranges[name][0],
    most: ranges[name][1],
  }))

const messageFields = (t: Words, { messages }: ShownSettings): SettingField[] => [
  {
    kind: "number",
    name: "changeMinutes",
    label: t("messages.changeMinutes"),
    value: messages.changeMinutes,
    least: 1,
    most: 10_080,
  },
]

const taskNames = ["daysBefore", "hoursBefore", "headAfterDays", "updateHour"] as const
const taskMost = { daysBefore: 30, hoursBefore: 72, headAfterDays: 30, updateHour: 23 }

const taskFields = (t: Words, { tasks }: ShownSettings): SettingField[] =>
  taskNames.map((name) => ({
    kind: "number",
    name,
    label: t(`tasks.${name}`),
    value: tasks[name],
    least: 0,
    most: taskMost[name],
  }))

const guestMost = { longestDays: 730, devices: 20 }

const guestFields = (t: Words, { guests }: ShownSettings): SettingField[] =>
  (["longestDays", "devices"] as const).map((name) => ({
    kind: "number",
    name,
    label: t(`guests.${name}`),
    value: guests[name],
    least: 1,
    most: guestMost[name],
  }))

const ticketHours = [
  ...(["answerHigh", "solveHigh", "answerMedium", "solveMedium"] as const),
  ...(["answerLow", "solveLow", "confirmDays", "closeDays"] as const),
]
const ticketMost = (name: (typeof ticketHours)[number]): number =>
  name.startsWith("answer") ? 400 : name.startsWith("solve") ? 2_000 : 60

const ticketFields = (t: Words, { tickets }: ShownSettings): SettingField[] => [
  ...ticketHours.map(
    (name): SettingField => ({
      ...{ kind: "number", name, label: t(`tickets.${name}`), value: tickets[name] },
      ...{ least: 1, most: ticketMost(name) },
    }),
  ),
  { kind: "tick", name: "showNames", label: t("tickets.showNames"), value: tickets.showNames },
]

const notificationFields = (t: Words, { notifications }: ShownSettings): SettingField[] => [
  {
    kind: "number",
    name: "digestHour",
    label: t("notifications.digestHour"),
    value: notifications.digestHour,
    least: 0,
    most: 23,
  },
  {
    kind: "lines",
    name: "pushServices",
    label: t("notifications.pushServices"),
    hint: t("notifications.pushHint"),
    value: notifications.pushServices,
  },
]

const ownField = { time: "ownTime", amount: "ownAmount", who: "ownWho" } as const

const wordingFields = (t: Words, { wording }: ShownSettings): SettingField[] =>
  vagueKinds.flatMap((kind): SettingField[] => {
    const usual = Object.keys(usualVague[kind])
    return [
      {
        kind: "ticks",
        name: kind,
        label: t(`wording.${kind}`),
        value: usual.filter((name) => !wording.off.includes(name)),
        options: usual.map((name) => ({ value: name, label: name })),
      },
      {
        kind: "lines",
        name: ownField[kind],
        label: t("wording.own", { of: t(`wording.kinds.${kind}`) }),
        hint: t("wording.ownHint"),
        value: wording.own.filter((own) => own.kind === kind).map(({ phrase }) => phrase),
      },
    ]
  })

/** The sections in the order of the page. */
export async function settingSections(
  shown: ShownSettings,
): Promise<{ act: SettingsForms; fields: SettingField[] }[]> {
  const t = await getTranslations("settings")
  return [
    { act: "company", fields: companyFields(t, shown) },
    { act: "passwords", fields: passwordFields(t, shown) },
    { act: "smtp", fields: smtpFields(t, shown) },
    { act: "oidc", fields: oidcFields(t, shown) },
    { act: "s3", fields: s3Fields(t, shown) },
    { act: "promises", fields: promiseFields(t, shown) },
    { act: "messages", fields: messageFields(t, shown) },
    { act: "tasks", fields: taskFields(t, shown) },
    { act: "guests", fields: guestFields(t, shown) },
    { act: "tickets", fields: ticketFields(t, shown) },
    { act: "notifications", fields: notificationFields(t, shown) },
    { act: "wording", fields: wordingFields(t, shown) },
  ]
}
