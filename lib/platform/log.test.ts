import { DrizzleQueryError } from "drizzle-orm"
import { expect, test } from "vitest"
import { withoutValues } from "@/lib/platform/log"

test("of a query that failed the log has its words and its cause, not what was being written", () => {
  const cause = Object.assign(new Error("duplicate key"), {
    detail: "Key (email)=(xia@qimu.example) already exists.",
  })
  const failed = new DrizzleQueryError(
    "insert into people values ($1, $2)",
    ["$argon2id$x", "第一行\n第二行"],
    cause,
  )
  const inAnother = new Error("the import failed", { cause: failed })
  for (const error of [failed, inAnother]) {
    const logged = JSON.stringify(withoutValues(error))
    expect(logged).toContain("insert into people values")
    expect(logged).toContain("duplicate key")
    expect(logged).toContain("log.test.ts")
    for (const value of ["argon2id", "第二行", "xia@qimu"]) expect(logged).not.toContain(value)
  }
})

test("what isn't an error is logged as it is", () => {
  expect(withoutValues("refused")).toBe("refused")
})
