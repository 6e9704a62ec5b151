import type { Module } from "@/lib/platform/module"
import { auditLog } from "./log"
import { openReviews, sayMarked, tellAdministrators } from "./reviewing"
import { watchEvent } from "./watching"
import { words } from "./words"
import { said } from "./words-said"

const onLog = { kind: "audit" } as const

export const audit: Module = {
  name: "audit",
  uses: ["calendar", "people"],
  nav: [
    {
      group: "manage",
      order: 70,
      href: "/admin/audit",
      icon: "shield-check",
      label: { zh: words.zh.title, en: words.en.title },
      duties: ["platform"],
      count: openReviews,
    },
  ],
  kinds: { audit: auditLog },
  events: {
    "audit.opened": onLog,
    "audit.exported": onLog,
    "audit.check_asked": onLog,
    "audit.checked": onLog,
    "audit.marked": { ...onLog, notify: tellAdministrators },
    "audit.reviewed": onLog,
  },
  categories: { "audit.review": { portal: true, push: true, email: false, fixed: true } },
  describe: { "audit.marked": (_, locale) => words[locale].inbox.pane },
  said,
  watch: watchEvent,
  marked: sayMarked,
}
