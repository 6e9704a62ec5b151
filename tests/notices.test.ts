import { expect, test } from "vitest"
import "@/lib/modules"
import { screenOf } from "@/components/inbox/record-screens"
import { categories, categoryWord } from "@/lib/people/preferences"
import { registry } from "@/lib/platform/registry"
import { words } from "@/lib/words"

const said = (locale: "zh" | "en", key: string): unknown =>
  key.split(".").reduce<unknown>((inside, part) => Object(inside)[part], words[locale])

test("whatever somebody is told of has a sentence of its own in the inbox", () => {
  const specs = registry().modules.flatMap(({ events = {} }) => Object.values(events))
  const telling = new Set(specs.flatMap(({ notify, kind }) => (notify ? kind : [])))
  expect(telling.size).toBeGreaterThan(10)
  expect([...telling].filter((kind) => !screenOf(kind))).toEqual([])
})

test("every notice one may choose is named in both languages", () => {
  const nameless = categories().flatMap(([category]) =>
    (["zh", "en"] as const).filter((l) => typeof said(l, categoryWord(category)) !== "string"),
  )
  expect(nameless).toEqual([])
})
