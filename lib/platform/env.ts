import { isIP } from "node:net"
import { resolve } from "node:path"
import { z } from "zod"
import { envWords } from "./env-words.ts"

/** An empty variable counts as one that isn't there, as shells and systemd units write it. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema)

const levels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const

const shape = z.object({
  PORT: optional(
    z
      .string()
      .regex(/^\d+$/)
      .default("3000")
      .transform(Number)
      .refine((port) => port <= 65535),
  ),
  HOST: optional(
    z
      .string()
      .regex(/^[\w.:-]+$/)
      .optional(),
  ),
  QIBU_DATA: optional(
    z
      .string()
      .refine((path) => !path.includes("\0"))
      .default("./data"),
  ),
  DATABASE_URL: optional(z.string().refine(isPostgres).optional()),
  QIBU_URL: optional(z.string().refine(isOrigin).optional()),
  QIBU_TRUSTED_PROXIES: optional(
    z
      .string()
      .default("")
      .transform((list) => list.split(",").map((entry) => entry.trim()))
      .transform((list) => list.filter((entry) => entry !== ""))
      .refine((list) => list.every(isNetwork)),
  ),
  QIBU_DEMO: optional(z.literal("1").optional()),
  QIBU_LOG: optional(z.enum(levels).default("info")),
})

export interface Env {
  /** TCP port; 0 lets the system choose a free one. */
  port: number
  /** Address to listen on; undefined = all of the machine's. */
  host: string | undefined
  /** Absolute path of the data folder. */
  data: string
  /** postgres://… or undefined for SQLite in the data folder. */
  databaseUrl: string | undefined
  /** Public origin without a slash at the end, for links in mails; undefined = not configured. */
  url: string | undefined
  /** IP addresses and CIDR networks whose forwarded headers are believed. */
  trustedProxies: string[]
  /** The sample company is loaded when there are no people yet. */
  demo: boolean
  /** What is less grave isn't logged. */
  log: (typeof levels)[number]
}

/** One line, in the terminal's language, that names every wrong variable. */
export class WrongEnvironment extends Error {
  override name = "WrongEnvironment"
}

/**
 * Reads and checks the whole environment.
 * @throws WrongEnvironment with one line for people when a value is wrong. Its text never repeats
 *   DATABASE_URL, which holds a password.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const read = shape.safeParse(source)
  if (!read.success) throw new WrongEnvironment(complaint(read.error, source))
  const it = read.data
  return {
    port: it.PORT,
    host: it.HOST,
    data: resolve(/* turbopackIgnore: true */ it.QIBU_DATA),
    databaseUrl: it.DATABASE_URL,
    url: it.QIBU_URL ? new URL(it.QIBU_URL).origin : undefined,
    trustedProxies: it.QIBU_TRUSTED_PROXIES,
    demo: it.QIBU_DEMO === "1",
    log: it.QIBU_LOG,
  }
}

declare global {
  var __qibuEnv: Env | undefined
}

/** The environment of this process, read once. @throws WrongEnvironment, see readEnv. */
export function env(): Env {
  globalThis.__qibuEnv ??= readEnv()
  return globalThis.__qibuEnv
}

function complaint(error: z.ZodError, source: Record<string, string | undefined>): string {
  const locale = source.LC_ALL || source.LC_MESSAGES || source.LANG || ""
  const words = envWords[locale.toLowerCase().startsWith("zh") ? "zh" : "en"]
  const names = new Set(error.issues.map((issue) => issue.path[0]))
  const lines = shape
    .keyof()
    .options.filter((name) => names.has(name))
    .map((name) => words[name].replace("{0}", source[name] ?? ""))
  return words.refused + lines.join("; ")
}

/** As db/columns.ts tells the engines apart: no space before it, no capitals. */
function isPostgres(value: string): boolean {
  return /^postgres(ql)?:\/\//.test(value) && URL.canParse(value)
}

function isOrigin(value: string): boolean {
  const url = URL.parse(value)
  if (!url || !/^https?:$/.test(url.protocol)) return false
  return url.pathname === "/" && !url.search && !url.hash && !url.username
}

function isNetwork(entry: string): boolean {
  const [address = "", bits, ...more] = entry.split("/")
  const kind = isIP(address)
  if (kind === 0 || more.length > 0) return false
  if (bits === undefined) return true
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128)
}
