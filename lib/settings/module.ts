import type { Module } from "@/lib/platform/module"
import { words } from "./words"

export const settings: Module = {
  name: "settings",
  uses: [],
  nav: [
    {
      group: "manage",
      order: 90,
      href: "/admin/settings",
      icon: "settings",
      label: { zh: words.zh.title, en: words.en.title },
      duties: ["platform"],
    },
  ],
  events: { "settings.changed": { kind: "settings" } },
}
