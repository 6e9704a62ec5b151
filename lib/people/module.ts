import { sees } from "@/lib/platform/actor"
import type { Module } from "@/lib/platform/module"
import { leaveDays } from "./calendar"
import { canSeeDepartments, canSeeLevels } from "./departments-policy"
import { titledPeople } from "./finding"
import { tellReceiver } from "./handover-notices"
import { findImport } from "./import-record"
import { tellOfLeave } from "./leave-notices"
import { ownPersonSheets } from "./own-data"
import { tellOwner, warnOfPasswords } from "./password-warning"
import { findPerson, type Person, personText } from "./person"
import { directReports } from "./reports"
import { renewSearchWords } from "./search-words"
import { words } from "./words"
import { importWords } from "./words-import"
import { said } from "./words-said"

const aboutPerson = { kind: "person" } as const
/** Names nobody: whoever has a page open is asked again. */
/** Whoever looks at the directory sees it at once. */
const topics = ["home:everyone"] as const
const treeChanges = { kind: "department", changesAccess: true, topics } as const
const changesAccess = { kind: "person", changesAccess: true } as const

export const people: Module = {
  name: "people",
  uses: ["calendar"],
  nav: [
    {
      group: "manage",
      order: 10,
      href: "/people",
      icon: "users",
      label: { zh: words.zh.directory.title, en: words.en.directory.title },
      keys: "g p",
    },
    {
      group: "manage",
      order: 30,
      href: "/admin/departments",
      icon: "network",
      label: { zh: words.zh.departments.title, en: words.en.departments.title },
      shown: (actor) => canSeeDepartments(actor) || canSeeLevels(actor),
    },
    {
      group: "manage",
      order: 45,
      href: "/admin/sensitivity",
      icon: "lock-keyhole",
      label: { zh: words.zh.sensitivity.title, en: words.en.sensitivity.title },
      duties: ["platform"],
    },
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
      keepsFiles: true,
      title: (person: Person) => person.name,
      href: (person: Person) => `/people/${person.id}`,
      titled: titledPeople,
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
    "person.moved": changesAccess,
    "person.cleared": changesAccess,
    "person.uncleared": changesAccess,
    "person.disabled": changesAccess,
    "person.enabled": changesAccess,
    "person.handed_over": aboutPerson,
    "person.took_over": { ...aboutPerson, notify: tellReceiver },
    "person.leave_taken": { ...aboutPerson, notify: tellOfLeave },
    "person.leave_ended": { ...aboutPerson, notify: tellOfLeave },
    "person.leave_cancelled": { ...aboutPerson, notify: tellOfLeave },
    "person.private_shown": aboutPerson,
    "person.exported": aboutPerson,
    "person.exported_list": aboutPerson,
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
    "import.done": { kind: "import", changesAccess: true, topics },
    "import.undone": { kind: "import", changesAccess: true, topics },
    "sensitivity.added": { kind: "sensitivity" },
    "sensitivity.changed": { kind: "sensitivity" },
    "sensitivity.closed": { kind: "sensitivity" },
    "sensitivity.reopened": { kind: "sensitivity" },
    "department.added": treeChanges,
    "department.reopened": treeChanges,
    "department.renamed": { kind: "department", topics },
    "department.moved": treeChanges,
    "department.headed": treeChanges,
    "department.dissolved": treeChanges,
  },
  said,
  calendar: [leaveDays],
  holdings: [directReports],
  ownData: ownPersonSheets,
  categories: {
    "people.security": { portal: true, push: true, email: true, fixed: true },
    "people.handover": { portal: true, push: true, email: false },
    "people.leave": { portal: true, push: false, email: false },
  },
  jobs: [
    { name: "people.password_warning", every: 3600, run: warnOfPasswords },
    { name: "people.search_words", every: 7 * 24 * 3600, run: renewSearchWords },
  ],
}
