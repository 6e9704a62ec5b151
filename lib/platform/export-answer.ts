import { getTranslations } from "next-intl/server"
import type { PersonActor } from "./actor"
import { type Export, type ExportWay, exported } from "./exporting"
import { disposition, endingOf } from "./files/file-names"
import { jsonAnswer } from "./json-answer"
import { countHere } from "./rate-limit"
import { origin } from "./request"
import { findKinds } from "./screening/kinds"
import type { Looked } from "./screening/rows"

export interface Download {
  body: BodyInit
  name: string
  /** Media type. */
  type: string
}

/** What a page is told before a file is fetched; an empty sentence when nothing was found. */
export interface ToldOfExport {
  said: string
  words: Record<"title" | "note" | "masked" | "plain" | "cancel" | "close", string>
}

export const download = ({ body, name, type }: Download): Response =>
  new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": disposition("attachment", name),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  })

/** A look may take more than a second, and unlike a file that leaves nobody would notice many. */
const looks = { times: 30, per: 60 }

const tooOften = (seconds: number): Response =>
  new Response(null, {
    status: 429,
    headers: { "cache-control": "no-store", "retry-after": String(seconds) },
  })

/** The answer to who asks for a file, or for what is in it. */
export async function exportAnswer<F>(
  { actor, way }: { actor: PersonActor; way: ExportWay | undefined },
  wanted: Export<F>,
  as: (file: F) => Download,
): Promise<Response> {
  if (way === "look") {
    const wait = countHere(`export.look:${actor.personId}`, looks, Date.now())
    return wait > 0 ? tooOften(wait) : jsonAnswer(await toldOf(await wanted.look()))
  }
  const { file, masked } = await exported(actor, wanted, way, await origin())
  const made = as(file)
  return download({ ...made, name: masked ? await markedName(made.name) : made.name })
}

/** 文件里有 12 个电话号码、3 个邮箱: kinds and how many, never the words. */
async function toldOf({ finds, whole }: Looked): Promise<ToldOfExport> {
  const t = await getTranslations("shell.export")
  const found = findKinds.flatMap((kind) => {
    const count = finds[kind] ?? 0
    return count > 0 ? [t(`kind.${kind}`, { count })] : []
  })
  const list = found.join(t("and"))
  const said = whole ? t("found", { list }) : t("foundAtLeast", { list })
  return {
    said: found.length > 0 ? said : "",
    words: {
      ...{ title: t("title"), note: t("note"), masked: t("masked"), plain: t("plain") },
      ...{ cancel: t("cancel"), close: t("close") },
    },
  }
}

async function markedName(name: string): Promise<string> {
  const t = await getTranslations("shell.export")
  const ending = endingOf(name)
  return `${name.slice(0, name.length - ending.length)}${t("mark")}${ending}`
}
