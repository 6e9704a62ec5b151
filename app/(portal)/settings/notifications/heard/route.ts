import "@/lib/modules"
import { endpoint } from "@/lib/endpoint"
import { heardOf, ownDevice } from "@/lib/notifications/push-devices"
import { heard } from "@/lib/notifications/push-inputs"

/** A device's own word that a test push reached it; its service worker sends this. */
export const POST = endpoint({
  name: "notifications.heard",
  input: heard,
  load: ownDevice,
  can: () => true,
  run: (ctx, device, { proof }) => heardOf(ctx, device, proof),
})
