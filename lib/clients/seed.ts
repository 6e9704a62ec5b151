import type { PastChange } from "@/lib/platform/write"

export async function clientSteps(_now: Date, _timeZone: string): Promise<PastChange[]> {
  return []
}
