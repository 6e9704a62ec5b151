import "@/lib/modules"
import { getLocale } from "next-intl/server"
import { takeOwnCopy } from "@/lib/people/own-copy"
import { answerOf } from "@/lib/platform/answers"

/** One's own data as a download; a plain POST, so that no link can cause it. */
export async function POST(request: Request): Promise<Response> {
  const locale = await getLocale()
  const { result } = await answerOf("people.own_copy", undefined, async () => ({
    value: await takeOwnCopy(request, locale),
    input: null,
  }))
  if (!result.ok)
    return new Response(null, { status: 303, headers: { Location: "/settings/data?failed=yes" } })
  return new Response(new Uint8Array(result.value), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="qibu-own-data.xlsx"`,
      "cache-control": "no-store",
    },
  })
}
