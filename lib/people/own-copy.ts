import writeSheets from "write-excel-file/node"
import { db, engine } from "@/db/engine"
import type { Locale, PersonActor } from "@/lib/platform/actor"
import { emit } from "@/lib/platform/events"
import type { OwnSheet } from "@/lib/platform/module"
import { countAgainst } from "@/lib/platform/rate-limit"
import { refuse } from "@/lib/platform/refusal"
import { registry } from "@/lib/platform/registry"
import { fromThisSite, origin } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { settings } from "@/lib/platform/settings"
import { write } from "@/lib/platform/write"

const limit = { times: 6, per: 3600 }

/** Everything that modules keep of a person's own. */
export async function ownSheets(actor: PersonActor): Promise<OwnSheet[]> {
  const found: OwnSheet[] = []
  for (const { ownData } of registry().modules)
    if (ownData) found.push(...(await ownData(db(), actor)))
  return found
}

/**
 * A copy of one's own data, as a workbook. That it was taken stands in the audit log first.
 * @throws Refusal
 */
export async function takeOwnCopy(request: Request, locale: Locale): Promise<Buffer> {
  if (!fromThisSite(request.headers)) refuse("forbidden")
  const actor = (await currentActor()) ?? refuse("signed_out")
  const seconds = await engine().write((tx) =>
    countAgainst(tx.db, `people.own_copy:${actor.personId}`, limit, new Date()),
  )
  if (seconds > 0) refuse("busy", { sentence: "errors.tooOften", values: { seconds } })
  await write(
    actor,
    async (ctx) => emit(ctx, { type: "person.exported", recordId: actor.personId }),
    { origin: await origin() },
  )
  return workbook(await ownSheets(actor), locale)
}

/** @returns the bytes of an XLSX with a sheet per table; times in company time */
export async function workbook(sheets: readonly OwnSheet[], locale: Locale): Promise<Buffer> {
  const { timeZone } = (await settings()).company
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  })
  const text = (value: string | number | Date | null) =>
    value instanceof Date ? clock.format(value) : harmless(String(value ?? ""))
  return writeSheets(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name[locale],
      data: [
        columns.map((column) => ({ value: column[locale], fontWeight: "bold" as const })),
        ...rows.map((row) => row.map((value) => ({ value: text(value), type: String }))),
      ],
    })),
  ).toBuffer()
}

/** Nothing that a sheet would run, nothing that its format can't hold. */
const harmless = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
    .replace(/^(?=[=+\-@\t\r])/, "'")
    .slice(0, 32_000)
