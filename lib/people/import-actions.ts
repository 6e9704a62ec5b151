"use server"

import { z } from "zod"
import { action, nothing } from "@/lib/action"
import { seenFile } from "@/lib/platform/files/serving"
import { refuse } from "@/lib/platform/refusal"
import { mayImport } from "./import-policy"
import { checkedAnew } from "./import-preview"
import { forgetProgress, noteProgress } from "./import-progress"
import { findImport } from "./import-record"
import { importStaff } from "./importing"
import { undoImport } from "./undoing"

const chosen = z.strictObject({
  file: z.coerce.number().int().positive(),
  mark: z.string().min(1).max(64),
  leavers: z.literal("yes").optional(),
})

export const importStaffAction = action({
  name: "people.import",
  input: chosen,
  limit: { times: 20, per: 60 },
  lock: () => "people.import",
  prepare: async ({ file: id, leavers }, actor) => {
    // `can` says so, and it is noted there.
    if (!mayImport(actor)) return null
    const file = (await seenFile(actor, id)) ?? refuse("not_found")
    noteProgress(actor.personId, { step: "checking", share: 0 })
    const choices = { leavers: leavers === "yes" }
    const check = await checkedAnew(actor, file, choices).catch((error) => {
      forgetProgress(actor.personId)
      throw error
    })
    return { file, check, choices }
  },
  load: nothing,
  can: mayImport,
  run: async (ctx, _, { mark }, prepared) => {
    const { file, check, choices } = prepared ?? refuse("forbidden")
    const { personId } = ctx.actor
    try {
      if (check.problems.length > 0) refuse("invalid", { sentence: "people.error.importErrors" })
      const heard = (share: number) => noteProgress(personId, { step: "writing", share })
      const options = { fileName: file.name, mark, heard, ...choices }
      const { importId } = await importStaff(ctx, check, options)
      return { importId: importId ?? refuse("conflict", { sentence: "people.import.nothingToDo" }) }
    } finally {
      forgetProgress(personId)
    }
  },
  next: ({ importId }) => `/admin/import/${importId}`,
})

export const undoImportAction = action({
  name: "people.undo_import",
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  lock: () => "people.import",
  load: (ctx, { id }) => findImport(ctx.tx, id),
  can: mayImport,
  run: (ctx, done) => undoImport(ctx, done),
})
