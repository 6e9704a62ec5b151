import type { Module } from "@/lib/platform/module"
import { words } from "./words"

export const calendar: Module = {
  name: "calendar",
  uses: ["settings"],
  nav: [
    {
      group: "manage",
      order: 80,
      href: "/admin/work-calendar",
      icon: "calendar-cog",
      label: { zh: words.zh.title, en: words.en.title },
      duties: ["platform"],
    },
  ],
}
