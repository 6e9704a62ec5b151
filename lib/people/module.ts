import { sees } from "@/lib/platform/actor"
import type { Module } from "@/lib/platform/module"
import { findImport } from "./import-record"
import { tellOwner, warnOfPasswords } from "./password-warning"
import { findPerson, type Person, personText } from "./person"
import { importWords } from "./words-import"

const aboutPerson = { kind: "person" } as const
const changesAccess = { kind: "person", changesAccess: true } as const

export const people: Module = {
  name: "people",
  uses: ["calendar"],
  nav: [
    {
      group: "manage",
      order: 40,
      href: "/admin/import",
      icon: "file-up",
      label: { zh: importWords.zh.nav, en: importWords.en.nav },
      duties: ["hr", "platform"],
    },
  ],
  kinds: {
    person: {
      icon: "user",
      find: findPerson,
      canSee: sees,
      title: (person: Person) => person.name,
      href: (person: Person) => `/people/${person.id}`,
      searchText: personText,
      sortKey: (person: Person) => person.id,
      summary: (person: Person) => ({
        text: [person.post, person.staffNo].filter(Boolean).join(" "),
      }),
    },
    import: {
      icon: "upload",
      find: findImport,
      canSee: sees,
      title: (record) => record.fileName,
      href: (record) => `/admin/import/${record.id}`,
      searchText: (record) => record.fileName,
      sortKey: (record) => -record.id,
    },
  },
  events: {
    "person.added": aboutPerson,
    "person.changed": aboutPerson,
    "person.levelled": changesAccess,
    "person.duties": changesAccess,
    "person.cleared": changesAccess,
    "person.disabled": changesAccess,
    "person.enabled": changesAccess,
    "person.signed_in": aboutPerson,
    "person.sign_in_failed": aboutPerson,
    "person.sign_in_confirmed": aboutPerson,
    "person.sign_in_disowned": aboutPerson,
    "person.signed_out": changesAccess,
    "person.password_changed": changesAccess,
    "person.password_link": aboutPerson,
    "person.password_ending": { ...aboutPerson, notify: tellOwner },
    "person.second_factor": aboutPerson,
    "person.preferences": aboutPerson,
    "person.denied": aboutPerson,
    "import.done": { kind: "import", changesAccess: true },
    "import.undone": { kind: "import", changesAccess: true },
    "sensitivity.added": { kind: "sensitivity" },
  },
  categories: { "people.security": { portal: true, push: true, email: true, fixed: true } },
  jobs: [{ name: "people.password_warning", every: 3600, run: warnOfPasswords }],
}
