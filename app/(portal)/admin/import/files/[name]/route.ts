import { jsonAnswer } from "@/lib/platform/json-answer"
import "@/lib/modules"
import type { NextRequest } from "next/server"
import { getLocale } from "next-intl/server"
import { mayImport } from "@/lib/people/import-policy"
import { previewOf } from "@/lib/people/import-preview"
import { importProgress } from "@/lib/people/import-progress"
import { errorSheet, staffTemplate } from "@/lib/people/import-sheets"
import type { Locale, PersonActor } from "@/lib/platform/actor"
import { disposition } from "@/lib/platform/files/file-names"
import { typeOf } from "@/lib/platform/files/file-types"
import { currentActor } from "@/lib/platform/session"

type Made = (actor: PersonActor, locale: Locale, query: URLSearchParams) => Promise<Response | null>

const sheet = (bytes: Uint8Array, name: string): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      "content-type": typeOf(new Uint8Array(), name),
      "content-disposition": disposition("attachment", name),
      "cache-control": "private, no-store",
    },
  })

const files: Record<string, Made> = {
  "template.xlsx": async (_, locale) => sheet(await staffTemplate(locale), "staff-template.xlsx"),
  "errors.xlsx": async (actor, locale, query) => {
    const file = query.get("file") ?? ""
    const found = /^\d{1,15}$/.test(file) ? await previewOf(actor, Number(file), {}) : null
    return found && sheet(await errorSheet(found.check.outcomes, locale), "staff-errors.xlsx")
  },
  "progress.json": async (actor) => jsonAnswer(importProgress(actor.personId)),
}

/** What goes with an import besides its pages, for people who may import. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const { name } = await params
  const made = Object.hasOwn(files, name) && mayImport(actor) ? files[name] : undefined
  const locale = (await getLocale()) === "en" ? "en" : "zh"
  const answer = await made?.(actor, locale, request.nextUrl.searchParams)
  return answer ?? new Response(null, { status: 404 })
}
