"use server"

import { z } from "zod"
import { action } from "@/lib/action"
import { wayOut } from "@/lib/outward/inputs"
import { screenOwnFiles } from "@/lib/platform/screening/file-finds"
import { fillsShelf, seenShelf } from "./shelf"
import { clearFromShelf, fillShelf } from "./shelf-filling"

const id = z.coerce.number().int().positive()

export const fillShelfAction = action({
  name: "clients.files_add",
  input: z.strictObject({ id, files: z.array(id).min(1).max(20), ...wayOut }),
  prepare: ({ files }, { personId }) => screenOwnFiles(files, personId),
  load: seenShelf,
  can: fillsShelf,
  run: (ctx, shelf, { files, ...way }) => fillShelf(ctx, shelf, files, way),
})

export const clearFromShelfAction = action({
  name: "clients.file_remove",
  input: z.strictObject({ id, file: id }),
  load: seenShelf,
  can: fillsShelf,
  run: (ctx, shelf, { file }) => clearFromShelf(ctx, shelf, file),
})
