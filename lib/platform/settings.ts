import { eq, inArray, sql } from "drizzle-orm"
import { cache } from "react"
import { z } from "zod"
import type { Db } from "@/db/database"
import { db, prepared } from "@/db/engine"
import { counters, settings as rows } from "@/db/schema/platform"
import type { Ctx } from "./context"
import { secondFactorChoices } from "./due-first"
import { usualServices } from "./push-services"
import { findKinds } from "./screening/kinds"
import { vagueKinds } from "./vague-words"
import { lockAway, takeOut } from "./vault"

/** What administrators decide once for everybody, with the value before anybody decided. */
const shapes = {
  company: z.object({
    name: z.string().trim().min(1).max(60),
    timeZone: z.string().refine(isTimeZone),
    locale: z.enum(["zh", "en"]),
  }),
  passwords: z.object({
    /** Days until a password has to change; 0 = never (G7.4: every 3 months). */
    expireAfter: z.number().int().min(0).max(3650),
    /** Duties that must use a second factor; "cleared": whoever may see anything sensitive. */
    secondFactorFor: z.array(z.enum(secondFactorChoices)),
  }),
  smtp: z.object({
    host: z.string().max(255),
    port: z.number().int().min(1).max(65535),
    secure: z.boolean(),
    user: z.string().max(255),
    password: z.string().max(255),
    from: z.string().max(255),
  }),
  oidc: z.object({
    issuer: z.string().max(500),
    clientId: z.string().max(255),
    clientSecret: z.string().max(255),
  }),
  s3: z.object({
    endpoint: z.string().max(500),
    bucket: z.string().max(255),
    region: z.string().max(64),
    accessKey: z.string().max(255),
    secretKey: z.string().max(255),
  }),
  /** The four promises beside the login form. */
  promises: z.object({
    urgentMinutes: z.number().int().min(1).max(1440),
    ordinaryHours: z.number().int().min(1).max(80),
    minutesHours: z.number().int().min(1).max(72),
    noticeDays: z.number().int().min(0).max(30),
  }),
  /** When tasks are reminded of (G2.7); 0 leaves a reminder out. */
  tasks: z.object({
    /** Working days before it is due, and working hours. */
    daysBefore: z.number().int().min(0).max(30),
    hoursBefore: z.number().int().min(0).max(72),
    /** Days late after which the owner's head hears of it too. */
    headAfterDays: z.number().int().min(0).max(30),
    /** The hour of a working day at which owners are asked how their tasks stand. */
    updateHour: z.number().int().min(0).max(23),
  }),
  notifications: z.object({
    /** The hour of a working day at which daily mails leave. */
    digestHour: z.number().int().min(0).max(23),
    /** Push services that browsers may name; see push-services.ts. */
    pushServices: z.array(z.string().max(255)).max(50),
  }),
  /** Outsiders who are let in (G4.1). */
  guests: z.object({
    /** Days from now that an invitation may last at most. */
    longestDays: z.number().int().min(1).max(730),
    /** Devices that one link opens on. */
    devices: z.number().int().min(1).max(20),
  }),
  /** Tickets of clients (G4.3): working hours until the first answer and the solution, by priority. */
  tickets: z.object({
    answerHigh: z.number().int().min(1).max(400),
    answerMedium: z.number().int().min(1).max(400),
    answerLow: z.number().int().min(1).max(400),
    solveHigh: z.number().int().min(1).max(2_000),
    solveMedium: z.number().int().min(1).max(2_000),
    solveLow: z.number().int().min(1).max(2_000),
    /** Working days that a client has to confirm, and after which what is solved is closed. */
    confirmDays: z.number().int().min(1).max(60),
    closeDays: z.number().int().min(1).max(60),
    /** Whether clients read who writes to them, or their department alone. */
    showNames: z.boolean(),
  }),
  messages: z.object({
    /** Minutes within which a message can be edited or withdrawn by its author. */
    changeMinutes: z.number().int().min(1).max(10_080),
  }),
  /** What mustn't leave the company as it is (G7.3), besides what is always looked for. */
  screening: z.object({
    /** Kinds that aren't looked for. */
    off: z.array(z.enum(findKinds)).max(findKinds.length),
    /** The company's own words, and expressions in the notation of JavaScript. */
    own: z
      .array(z.object({ words: z.string().trim().min(1).max(200), pattern: z.boolean() }))
      .max(300),
    /** Words that are never a find, whatever they look like. */
    except: z.array(z.string().trim().min(1).max(200)).max(300),
  }),
  /** What counts as vague: usual words taken out, by name, and the company's own phrases (G7.2). */
  wording: z.object({
    off: z.array(z.string().max(40)).max(200),
    own: z
      .array(z.object({ phrase: z.string().trim().min(1).max(40), kind: z.enum(vagueKinds) }))
      .max(300),
  }),
  /** Working hours, per weekday from Monday, as periods of `HH:MM`. */
  workWeek: z.array(z.array(z.tuple([z.string(), z.string()])).max(6)).length(7),
  /** The company's own days off and make-up days, on top of the public ones. */
  workDays: z
    .array(
      z.object({
        day: z.string().regex(/^\d{4}-\d\d-\d\d$/),
        kind: z.enum(["off", "work"]),
        name: z.object({ zh: z.string().max(40), en: z.string().max(60) }),
      }),
    )
    .max(2_000),
} satisfies Record<string, z.ZodType>

type Shapes = typeof shapes
export type SettingName = keyof Shapes
export type Settings = { [Name in SettingName]: z.infer<Shapes[Name]> }

const workday: [string, string][] = [
  ["09:00", "12:00"],
  ["13:30", "18:00"],
]

const before: Settings = {
  company: { name: "", timeZone: "Asia/Shanghai", locale: "zh" },
  passwords: { expireAfter: 90, secondFactorFor: [] },
  smtp: { host: "", port: 587, secure: false, user: "", password: "", from: "" },
  oidc: { issuer: "", clientId: "", clientSecret: "" },
  s3: { endpoint: "", bucket: "", region: "", accessKey: "", secretKey: "" },
  promises: { urgentMinutes: 15, ordinaryHours: 2, minutesHours: 2, noticeDays: 1 },
  tasks: { daysBefore: 1, hoursBefore: 2, headAfterDays: 3, updateHour: 17 },
  notifications: { digestHour: 8, pushServices: [...usualServices] },
  guests: { longestDays: 90, devices: 3 },
  tickets: {
    ...{ answerHigh: 1, answerMedium: 4, answerLow: 8 },
    ...{ solveHigh: 8, solveMedium: 24, solveLow: 40 },
    ...{ confirmDays: 5, closeDays: 5, showNames: true },
  },
  messages: { changeMinutes: 60 },
  screening: { off: [], own: [], except: [] },
  wording: { off: [], own: [] },
  workWeek: [workday, workday, workday, workday, workday, [], []],
  workDays: [],
}

/** Kept encrypted: a copy of the database alone gives nobody these. */
const secret: ReadonlySet<SettingName> = new Set(["smtp", "oidc", "s3"])

declare global {
  var __qibuSettings: { version: number; values: Settings } | undefined
}

const counter = "settings"

/** The version as a subquery, to be read along with whatever a request reads first. */
export const settingsVersion =
  sql<number>`coalesce((select value from counters where name = ${counter}), 0)`.as(
    "settings_version",
  )

/** All settings at a version, kept in memory until the version moves on. */
export async function settingsAt(version: number): Promise<Settings> {
  const known = globalThis.__qibuSettings
  if (known?.version === version) return known.values
  const values = await readSettings(db())
  if (!known || known.version < version) globalThis.__qibuSettings = { version, values }
  return values
}

const versionNow = prepared((on) =>
  on
    .select({ value: counters.value })
    .from(counters)
    .where(eq(counters.name, sql.placeholder("name")))
    .prepare(),
)

/** Read once in a page, however many of its parts ask. */
export const settings = cache(async (): Promise<Settings> => {
  const [row] = await versionNow(db()).execute({ name: counter })
  return settingsAt(row?.value ?? 0)
})

/** All settings as a connection sees them: inside a transaction, with what it changed. */
export async function settingsIn(on: Db): Promise<Settings> {
  const [row] = await versionNow(on).execute({ name: counter })
  const known = globalThis.__qibuSettings
  return known?.version === (row?.value ?? 0) ? known.values : readSettings(on)
}

async function readSettings(on: Db): Promise<Settings> {
  const values: Settings = { ...before }
  const stored = await on
    .select()
    .from(rows)
    .where(inArray(rows.name, Object.keys(shapes)))
  for (const row of stored) assign(values, row.name as SettingName, row.value)
  return values
}

function assign<Name extends SettingName>(values: Settings, name: Name, stored: string): void {
  const text = secret.has(name) ? takeOut(stored) : stored
  const parsed = shapes[name].safeParse(JSON.parse(text))
  if (parsed.success) values[name] = parsed.data as Settings[Name]
}

/** @throws a ZodError when the value is not one the setting can have */
export async function writeSetting<Name extends SettingName>(
  ctx: Ctx,
  name: Name,
  value: Settings[Name],
) {
  const text = JSON.stringify(shapes[name].parse(value))
  const stored = secret.has(name) ? lockAway(text) : text
  await ctx.tx
    .insert(rows)
    .values({ name, value: stored })
    .onConflictDoUpdate({ target: rows.name, set: { value: stored } })
  await ctx.tx
    .insert(counters)
    .values({ name: counter, value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name })
    return true
  } catch {
    return false
  }
}
