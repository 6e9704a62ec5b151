import { expect, test } from "vitest"
import { newAnnouncement, newGroup } from "./inputs"

const nameOf = (name: string) => newGroup.parse({ kind: "project", name }).name

test("a name is one line of what people see: nothing invisible, nothing that turns it around", () => {
  expect(nameOf(" 秋季\u200b版本\u202e V3.2\ufeff ")).toBe("秋季版本 V3.2")
  expect(nameOf("两\n行\t的  名字")).toBe("两 行 的 名字")
  expect(nameOf("e\u0301quipe")).toBe("équipe")
})

test("a name of nothing but invisible marks is none", () => {
  expect(nameOf("\u200b\u200f\u2066")).toBe("")
  expect(newAnnouncement.safeParse({ groupId: 1, topic: "\u200b" }).success).toBe(false)
})

test("names end at 60 characters, and nothing unknown comes with them", () => {
  expect(newGroup.safeParse({ kind: "project", name: "长".repeat(61) }).success).toBe(false)
  expect(newGroup.safeParse({ kind: "project", name: "组", directKey: "1-2" }).success).toBe(false)
  expect(newGroup.safeParse({ kind: "incident", name: "组" }).success).toBe(false)
})
