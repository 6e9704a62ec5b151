"use server"

import { getLocale } from "next-intl/server"
import { z } from "zod"
import { db } from "@/db/engine"
import { reading } from "@/lib/action"
import { suggestTags } from "@/lib/platform/tag-suggestions"
import { longestTag } from "@/lib/platform/tags"

const ask = reading({
  name: "tags.suggest",
  input: z.strictObject({ query: z.string().max(2 * longestTag) }),
  run: async (actor, { query }) => suggestTags(db(), actor, query, { locale: await getLocale() }),
})

/** Tags that begin with what somebody typed after a #. */
export async function tagsBeginning(query: string) {
  return (await ask({ query })) ?? []
}
