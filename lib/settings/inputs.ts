import { z } from "zod"
import { secondFactorChoices } from "@/lib/platform/due-first"
import { usualVague, vagueKinds } from "@/lib/platform/vague-words"

const isTimeZone = (name: string): boolean =>
  Intl.supportedValuesOf("timeZone").includes(name) || name === "UTC"

const text = (most: number) => z.string().trim().max(most).default("")

/** A whole number in a field of text: nothing is no number, and not 0 either. */
const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .refine((typed) => /^\d{1,5}$/.test(typed) && +typed >= least && +typed <= most, {
      message: "settings.error.range",
    })
    .transform(Number)

const webAddress = text(500).refine((typed) => typed === "" || isWebAddress(typed), {
  message: "settings.error.address",
})

function isWebAddress(typed: string): boolean {
  const url = URL.parse(typed)
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password
}

export const company = z.strictObject({
  name: z.string().trim().min(1).max(60),
  timeZone: z.string().refine(isTimeZone),
  locale: z.enum(["zh", "en"]),
})

export const passwords = z.strictObject({
  expireAfter: whole(0, 3650),
  secondFactorFor: z.array(z.enum(secondFactorChoices)).max(secondFactorChoices.length).default([]),
})

export const promises = z.strictObject({
  urgentMinutes: whole(1, 1440),
  ordinaryHours: whole(1, 80),
  minutesHours: whole(1, 72),
  noticeDays: whole(0, 30),
})

export const messages = z.strictObject({ changeMinutes: whole(1, 10_080) })

export const tasks = z.strictObject({
  daysBefore: whole(0, 30),
  hoursBefore: whole(0, 72),
  headAfterDays: whole(0, 30),
  updateHour: whole(0, 23),
})

export const tickets = z.strictObject({
  ...{ answerHigh: whole(1, 400), answerMedium: whole(1, 400), answerLow: whole(1, 400) },
  ...{ solveHigh: whole(1, 2_000), solveMedium: whole(1, 2_000), solveLow: whole(1, 2_000) },
  ...{ confirmDays: whole(1, 60), closeDays: whole(1, 60) },
  showNames: z
    .literal("on")
    .optional()
    .transform((ticked) => ticked === "on"),
})

export const guests = z.strictObject({ longestDays: whole(1, 730), devices: whole(1, 20) })

const host = /^(\*\.)?[\w-]+(\.[\w-]+)*$/
const isService = (line: string) => host.test(line) || URL.parse(line)?.origin === line

export const notifications = z.strictObject({
  digestHour: whole(0, 23),
  pushServices: z
    .string()
    .max(5_000)
    .default("")
    .transform((typed) =>
      [...new Set(typed.split(/\r?\n/).map((line) => line.trim()))].filter(Boolean),
    )
    .refine((lines) => lines.length <= 50 && lines.every(isService), {
      message: "settings.error.services",
    }),
})

/** `qibu@qimu.example`, or with a name: `齐步 <qibu@qimu.example>`. */
const sender = /^([^<>@\p{Cc}]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)?$/u

export const smtp = z
  .strictObject({
    host: text(255).refine((host) => /^[\w.:-]*$/.test(host), { message: "errors.notValid" }),
    port: whole(1, 65535),
    secure: z
      .literal("on")
      .optional()
      .transform((ticked) => ticked === "on"),
    user: text(255),
    password: z.string().max(255).default(""),
    from: text(255).refine((from) => sender.test(from), { message: "errors.notValid" }),
  })
  .refine((it) => it.host === "" || it.from !== "", { path: ["from"], message: "errors.required" })

export const oidc = z
  .strictObject({ issuer: webAddress, clientId: text(255), clientSecret: text(255) })
  .refine((it) => it.issuer === "" || it.clientId !== "", {
    path: ["clientId"],
    message: "errors.required",
  })

export const s3 = z
  .strictObject({
    endpoint: webAddress,
    bucket: text(255),
    region: text(64),
    accessKey: text(255),
    secretKey: text(255),
  })
  .superRefine((it, context) => {
    if (it.endpoint === "") return
    for (const name of ["bucket", "region", "accessKey"] as const)
      if (it[name] === "")
        context.addIssue({ code: "custom", path: [name], message: "errors.required" })
  })

const ticked = z.array(z.string().max(40)).max(200).default([])

/** One phrase a line, each once. */
const phrases = z
  .string()
  .max(10_000)
  .default("")
  .transform((typed) =>
    [...new Set(typed.split(/\r?\n/).map((line) => line.trim()))].filter(Boolean),
  )
  .refine((lines) => lines.length <= 100 && lines.every((line) => line.length <= 40), {
    message: "settings.error.phrases",
  })

const ownField = { time: "ownTime", amount: "ownAmount", who: "ownWho" } as const

/** The form sends the words that stay; kept are those that don't, so that new ones count. */
export const wording = z
  .strictObject({
    time: ticked,
    amount: ticked,
    who: ticked,
    ownTime: phrases,
    ownAmount: phrases,
    ownWho: phrases,
  })
  .transform((typed) => ({
    off: vagueKinds.flatMap((kind) =>
      Object.keys(usualVague[kind]).filter((name) => !typed[kind].includes(name)),
    ),
    own: vagueKinds.flatMap((kind) => typed[ownField[kind]].map((phrase) => ({ phrase, kind }))),
  }))
