"use server"

import { z } from "zod"
import { action } from "@/lib/action"
import { canSupport } from "./policy"
import { takeSupport } from "./supporting"
import { seenTask } from "./task"

export const takeSupportAction = action({
  name: "tasks.support",
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  load: seenTask,
  can: canSupport,
  run: takeSupport,
})
