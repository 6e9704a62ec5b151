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
  said: {
    zh: { settings: words.zh.title, "settings.changed": words.zh.changed },
    en: { settings: words.en.title, "settings.changed": words.en.changed },
  },
  events: { "settings.changed": { kind: "settings" } },
}
