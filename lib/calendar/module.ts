import type { Module } from "@/lib/platform/module"
import { tellAdministrators, tellOfUnknownYear, workYear } from "./unknown-years"
import { words } from "./words"

const said = {
  zh: { work_year: words.zh.title, "calendar.year_unknown": words.zh.year.told },
  en: { work_year: words.en.title, "calendar.year_unknown": words.en.year.told },
}

export const calendar: Module = {
  name: "calendar",
  uses: ["settings"],
  kinds: { work_year: workYear },
  events: { "calendar.year_unknown": { kind: "work_year", notify: tellAdministrators } },
  categories: { "calendar.years": { portal: true, push: false, email: true } },
  said,
  jobs: [{ name: "calendar.unknown_year", every: 24 * 3600, run: () => tellOfUnknownYear() }],
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
