import { z } from "zod"
import { nothing } from "./action"
import { endpoint } from "./endpoint"
import { discardUpload } from "./platform/files/half-uploads"
import { finishUpload, headOf } from "./platform/files/joining"
import { beginUpload } from "./platform/files/uploads"

const id = z.number().int().positive()
const anybody = () => true

/** Files that come in pieces: begun or gone on with, made a file of, or given up. */
export const begin = endpoint({
  name: "files.begin",
  input: z.strictObject({
    name: z.string().min(1).max(1_000),
    size: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
    modified: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
    purpose: z
      .string()
      .regex(/^[a-z_]{1,40}:\d{1,15}$/)
      .or(z.literal(""))
      .default(""),
  }),
  load: nothing,
  can: anybody,
  run: (ctx, _, file) => beginUpload(ctx, file),
})

export const finish = endpoint({
  name: "files.finish",
  input: z.strictObject({
    upload: id,
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable()
      .default(null),
  }),
  prepare: ({ upload }) => headOf(upload),
  load: nothing,
  can: anybody,
  run: (ctx, _, input, head) => finishUpload(ctx, input, head),
})

export const discard = endpoint({
  name: "files.discard",
  input: z.strictObject({ upload: id }),
  load: nothing,
  can: anybody,
  run: (ctx, _, input) => discardUpload(ctx, input),
})
