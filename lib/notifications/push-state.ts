import type { PushDevice } from "./push-devices"

/** Longer than this on its way, a push doesn't come any more (some services are out of reach). */
const within = 60_000

export type PushState = "heard" | "waiting" | "unheard"

/** Whether pushes reach a device, by its last test. */
export function pushState({ heardAt, triedAt }: PushDevice, now = new Date()): PushState {
  if (heardAt) return "heard"
  return now.getTime() - triedAt.getTime() < within ? "waiting" : "unheard"
}
