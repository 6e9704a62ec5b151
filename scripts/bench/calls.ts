import { measureIn } from "./processes"
import type { Compared } from "./rounds"
import type { Line } from "./table"

type Calls = Record<"verb" | "bulk", Compared>

const isCalls = (value: unknown): value is Calls =>
  typeof value === "object" && value !== null && "verb" in value && "bulk" in value

/** P10: verbs as function calls, on a copy of their own. */
export async function measureCalls(data: string): Promise<Line[]> {
  const { verb, bulk } = await measureIn("verbs", [], { QIBU_DATA: data }, isCalls)
  return [
    { id: "P10", what: "verb", goal: { atLeast: 0.35 }, unit: "perSecond", ...verb },
    { id: "P10", what: "bulk", goal: { atLeast: 0.25 }, unit: "perSecond", ...bulk },
  ]
}

/** The same for what people say. */
export async function measureSaying(data: string): Promise<Line[]> {
  const { verb, bulk } = await measureIn("saying", [], { QIBU_DATA: data }, isCalls)
  return [
    { id: "P10", what: "saying", goal: { atLeast: 0.35 }, unit: "perSecond", ...verb },
    { id: "P10", what: "sayingBulk", goal: { atLeast: 0.25 }, unit: "perSecond", ...bulk },
  ]
}
