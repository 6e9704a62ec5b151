import { z } from "zod"
import { isDay, local } from "./inputs"
import { speaker } from "./speaker"
import { mondayOf } from "./weeks"

const id = z.coerce.number().int().positive()
const said = z.string().trim().min(1).max(1_000)

export const newRecording = z.strictObject({ id, file: id })
export const recordingStart = z.strictObject({ id, start: local })

export const newObjection = z.strictObject({ id, what: said, why: said })
export const objectionAnswer = z.strictObject({
  id,
  objection: id,
  outcome: z.enum(["corrected", "kept"]),
  answer: said,
})

export const plainPoint = z.strictObject({
  id,
  topic: id,
  text: z.string().trim().min(1).max(2_000),
  speaker,
})
export const plainResolution = z.strictObject({
  id,
  topic: id,
  text: z.string().trim().min(1).max(200),
  owner: z.string().trim().min(1).max(100),
  due: local,
})

export const departmentPart = z.strictObject({
  department: id,
  week: z
    .string()
    .regex(/^20\d\d-\d\d-\d\d$/)
    .refine(isDay)
    .transform(mondayOf),
})
export const minutesRemark = z.strictObject({
  id,
  remark: z.string().trim().max(2_000).default(""),
})
