"use server"

import { getTranslations } from "next-intl/server"
import { z } from "zod"
import type { PaletteGroup, PaletteItem } from "@/components/shell/frame-words"
import { iconOf } from "@/components/shell/kind-icon"
import { isState, stateLook } from "@/components/shell/state-look"
import { reading } from "@/lib/action"
import { when } from "@/lib/calendar/when"
import { type Found, searchFor } from "@/lib/search/queries"

const ask = reading({
  name: "search.palette",
  input: z.strictObject({ query: z.string().max(200), scope: z.string().max(20) }),
  run: async (actor, { query, scope }) => {
    const kind = query.startsWith("@") ? "person" : scope || undefined
    return searchFor(actor, query.replace(/^@/, ""), { kind, limit: 12 })
  },
})

/** What the palette shows while somebody types. */
export async function searchPalette(query: string, scope: string): Promise<PaletteGroup[]> {
  const answer = await ask({ query, scope })
  if (!answer) return []
  const t = await getTranslations("shell.palette")
  const items = await Promise.all(answer.found.map(paletteItem))
  return [
    { heading: t("best"), items: items.slice(0, 3) },
    { heading: t("more"), items: items.slice(3) },
  ].filter((group) => group.items.length > 0)
}

async function paletteItem(found: Found): Promise<PaletteItem> {
  const [t, words] = await Promise.all([getTranslations("states"), getTranslations("search")])
  const times = await when()
  const item: PaletteItem = { href: found.href, icon: iconOf(found.icon), title: found.title }
  if (found.text) item.meta = found.text
  if (found.at) item.at = times.moment(found.at)
  if (found.state && isState(found.state))
    item.state = { ...stateLook[found.state], label: t(found.state) }
  else if (found.outside) item.state = { icon: "globe", tone: "outside", label: words("outside") }
  return item
}
