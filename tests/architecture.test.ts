import { describe, expect, test } from "vitest"
import { bookkeeping } from "@/lib/platform/bookkeeping"
import { handMadeActions } from "./architecture/actions"
import {
  againstTheArrow,
  circles,
  importedSinks,
  platformKnowing,
  unshownParts,
  wrongManifests,
} from "./architecture/dependencies"
import { twoValues } from "./architecture/looks"
import { barrels, drawersIn, strangeAddresses, wrongPlaces } from "./architecture/places"
import { repository, type Sources } from "./architecture/sources"
import { assertions, joinedByHand, oversizedFiles, oversizedFunctions } from "./architecture/style"

const portal = repository()
const planted = (files: Record<string, string>): Sources => new Map(Object.entries(files))
const long = (lines: number) => Array.from({ length: lines }, (_, i) => `  use(${i})`).join("\n")

interface Rule {
  rule: string
  check: (files: Sources) => string[]
  /** Files that break it, one for each way of breaking it. */
  broken: Record<string, string>[]
  kept: Record<string, string>
}

const rules: Rule[] = [
  {
    rule: "imports point one way: app, components, lib, db",
    check: againstTheArrow,
    broken: [
      { "lib/tasks/tasks.ts": `import { Row } from "@/components/tasks/row"` },
      { "db/engine.ts": `import { log } from "../lib/platform/log"` },
      { "components/ui/row.tsx": `export { Page } from "@/app/page"` },
      { "lib/tasks/late.ts": `const load = () => import("@/app/page")` },
    ],
    kept: { "app/page.tsx": `import { Row } from "@/components/tasks/row"` },
  },
  {
    rule: "lib/platform knows no module",
    check: platformKnowing,
    broken: [{ "lib/platform/write.ts": `import type { Task } from "@/lib/tasks/task"` }],
    kept: { "lib/platform/write.ts": `import { emit } from "./events"` },
  },
  {
    rule: "modules don't call each other in a circle",
    check: circles,
    broken: [
      {
        "lib/tasks/a.ts": `import "@/lib/groups/b"`,
        "lib/groups/b.ts": `import "@/lib/people/c"`,
        "lib/people/c.ts": `import "../tasks/a"`,
      },
    ],
    kept: { "lib/tasks/a.ts": `import "@/lib/people/c"`, "lib/people/c.ts": "export const c = 1" },
  },
  {
    rule: "a manifest says which modules its own calls",
    check: wrongManifests,
    broken: [
      { "lib/tasks/module.ts": `import "@/lib/people/person"\nexport const tasks = { uses: [] }` },
      { "lib/tasks/module.ts": `export const tasks = { uses: ["people"] }` },
    ],
    kept: {
      "lib/tasks/module.ts": `import "@/lib/people/person"\nexport const t = { uses: ["people"] }`,
    },
  },
  {
    rule: "nobody imports search, notifications, reports, archive",
    check: importedSinks,
    broken: [{ "lib/tasks/tasks.ts": `import { notify } from "@/lib/notifications/queries"` }],
    kept: { "app/page.tsx": `import { listInbox } from "@/lib/notifications/queries"` },
  },
  {
    rule: "the gallery shows every part",
    check: unshownParts,
    broken: [
      { "components/ui/tree.tsx": "" },
      {
        "components/tasks/row.tsx": `import { Tree } from "@/components/ui/tree"`,
        "components/ui/tree.tsx": "",
      },
    ],
    kept: {
      "app/gallery/page.tsx": `import { BesideTree } from "@/components/ui/beside-tree"`,
      "components/ui/beside-tree.tsx": `import { Tree } from "@/components/ui/tree"`,
      "components/ui/tree.tsx": "",
    },
  },
  {
    rule: "one noun, one word, in db, lib and components",
    check: wrongPlaces,
    broken: [
      { "lib/tasks/tasks.ts": "", "db/schema/task.ts": "" },
      { "lib/tasks/tasks.ts": "", "components/todo/row.tsx": "" },
    ],
    kept: { "lib/tasks/tasks.ts": "", "db/schema/tasks.ts": "", "components/tasks/row.tsx": "" },
  },
  {
    rule: "addresses are words of the glossary",
    check: strangeAddresses,
    broken: [
      { "app/(portal)/todos/page.tsx": "" },
      { "app/(portal)/tasks/[taskId]/details/page.tsx": "" },
    ],
    kept: { "app/(portal)/tasks/[taskId]/page.tsx": "" },
  },
  {
    rule: "no drawers for things without a name",
    check: drawersIn,
    broken: [
      { "lib/tasks/utils.ts": "" },
      { "components/hooks/use-it.ts": "" },
      { "lib/types.ts": "" },
    ],
    kept: { "lib/tasks/typesetting.ts": "" },
  },
  {
    rule: "no barrels",
    check: barrels,
    broken: [{ "lib/tasks/index.ts": "" }, { "lib/tasks/all.ts": `export * from "./tasks"` }],
    kept: { "lib/tasks/all.ts": `export const all = 1` },
  },
  {
    rule: "no element is told two values of one property",
    check: twoValues,
    broken: [
      { "components/a.tsx": `export const A = () => <p className="h-6 text-ink h-7" />` },
      { "components/a.tsx": `export const a = cx("hidden", open && "grid")` },
      {
        "components/a.tsx": `export const a = cx("max-md:text-ink", late ? "max-md:text-accent" : "")`,
      },
    ],
    kept: {
      "components/a.tsx": `export const a = cx("h-6 max-md:h-9 px-2 pl-4 text-ui", late ? "text-ink" : "text-accent")`,
    },
  },
  {
    rule: "files stay short",
    check: oversizedFiles,
    broken: [{ "lib/tasks/tasks.ts": long(251) }, { "lib/a.ts": long(61), "lib/b.ts": long(61) }],
    kept: { "lib/a.ts": long(40), "lib/b.ts": long(60), "lib/c.ts": long(140) },
  },
  {
    rule: "functions stay short",
    check: oversizedFunctions,
    broken: [
      { "lib/a.ts": `export function a() {\n${long(60)}\n}` },
      { "lib/b.ts": `const b = () => {\n${long(60)}\n}` },
      { "components/tasks/row.tsx": `export function Row() {\n${long(90)}\n  return <p />\n}` },
    ],
    kept: { "components/tasks/row.tsx": `export function Row() {\n${long(60)}\n  return <p />\n}` },
  },
  {
    rule: "names stand one after another as the reader's language has it",
    check: joinedByHand,
    broken: [
      { "components/tasks/row.tsx": `const all = names.join("、")` },
      { "lib/tasks/a.ts": `const all = [came, missed].filter(Boolean).join("；")` },
    ],
    kept: {
      "components/tasks/row.tsx": `const all = enumerated(names, locale)`,
      "lib/tasks/sample/a.ts": `const all = written.split("、")`,
    },
  },
  {
    rule: "nothing is asserted about types outside db and lib/platform",
    check: assertions,
    broken: [
      { "lib/tasks/a.ts": "export const a: any = 1" },
      { "lib/tasks/a.ts": "export const a = (b: string[]) => b[0]!.length" },
      { "lib/tasks/a.ts": "export const a = (b: unknown) => b as string" },
      { "components/ui/a.ts": "export const a = (b: unknown) => <string>b" },
    ],
    kept: {
      "lib/tasks/a.ts": `export const a = ["a"] as const\nexport const b = { c: 1 } satisfies object`,
      "db/columns.ts": "export const a = (b: unknown) => b as string",
    },
  },
  {
    rule: "every server action is built by the one way to write",
    check: handMadeActions,
    broken: [
      { "lib/tasks/actions.ts": `"use server"\nexport async function remove(id: number) {}` },
      { "lib/tasks/actions.ts": `"use server"\nexport const remove = async (id: number) => {}` },
      { "lib/tasks/actions.ts": `"use server"\nexport { remove } from "./removing"` },
      {
        "lib/tasks/actions.ts": `"use server"\nconst find = reading({})\nexport async function all() {}`,
      },
      {
        "components/a.tsx": `export const A = () => <form action={async () => { "use server" }} />`,
      },
    ],
    kept: {
      "lib/tasks/actions.ts": `"use server"\nexport const remove = action({})\nexport type Removed = 1`,
      "lib/people/actions.ts": `"use server"\nexport const signIn = publicAction({})`,
      "lib/people/reading.ts": `"use server"\nconst find = reading({})\nexport async function ask() { return find() }`,
    },
  },
]

describe.each(rules)("$rule", ({ check, broken, kept }) => {
  test("in the whole portal", () => {
    expect(check(portal)).toEqual([])
  })

  test("and the check sees when it is broken, and only then", () => {
    for (const files of broken)
      expect(check(planted(files)), Object.keys(files).join()).not.toEqual([])
    expect(check(planted(kept))).toEqual([])
  })
})

test("only positions, counters and what follows from events may change silently", () => {
  expect([...bookkeeping].toSorted()).toEqual([
    "access",
    "announcement_reads",
    "bundles",
    "calendar_colleagues",
    "calendar_hidden",
    "counters",
    "deliveries",
    "digest_items",
    "dossier_positions",
    "drafts",
    "fan_outs",
    "file_finds",
    "group_places",
    "guest_codes",
    "guest_sessions",
    "idempotency",
    "kept_messages",
    "known_devices",
    "leases",
    "meeting_days_off",
    "meeting_material_reads",
    "minutes_reads",
    "notifications",
    "rate_limits",
    "read_positions",
    "reads",
    "scheduled_messages",
    "seals",
    "search_index",
    "search_rows",
    "search_waiting",
    "sessions",
    "taggings",
    "tags",
    "thread_reads",
    "unsealed",
    "upload_pieces",
    "uploads",
  ])
})
