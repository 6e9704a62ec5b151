import type { Module } from "@/lib/platform/module"
import { sendDigests } from "./digesting"
import { ownNotificationSheets } from "./own-data"

/** What reaches people outside the portal's pages. */
export const notifications: Module = {
  name: "notifications",
  uses: ["calendar", "people"],
  events: { "notifications.device": { kind: "person" } },
  said: {
    zh: { "notifications.device": "更改推送设备" },
    en: { "notifications.device": "Changed push devices" },
  },
  ownData: ownNotificationSheets,
  jobs: [{ name: "notifications.digest", every: 300, run: () => sendDigests() }],
}
