import { resolve } from "node:path"
import { expect, test } from "vitest"
import { readEnv } from "@/lib/platform/env"
import { envWords } from "@/lib/platform/env-words"

test("without any variable the portal serves on 3000 with SQLite in ./data", () => {
  expect(readEnv({})).toEqual({
    port: 3000,
    host: undefined,
    data: resolve("data"),
    databaseUrl: undefined,
    url: undefined,
    trustedProxies: [],
    demo: false,
    log: "info",
  })
})

test("an empty variable counts as absent", () => {
  const empty = { PORT: "", HOST: "", QIBU_DATA: "", DATABASE_URL: "", QIBU_URL: "" }
  expect(readEnv(empty)).toEqual(readEnv({}))
})

test("right values are read", () => {
  const env = readEnv({
    PORT: "8080",
    HOST: "127.0.0.1",
    QIBU_DATA: "/srv/qibu",
    DATABASE_URL: "postgres://qibu:secret@db:5432/qibu",
    QIBU_URL: "https://portal.example.cn/",
    QIBU_TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8,fd00::/8",
    QIBU_DEMO: "1",
    QIBU_LOG: "warn",
  })
  expect(env).toEqual({
    port: 8080,
    host: "127.0.0.1",
    data: "/srv/qibu",
    databaseUrl: "postgres://qibu:secret@db:5432/qibu",
    url: "https://portal.example.cn",
    trustedProxies: ["127.0.0.1", "10.0.0.0/8", "fd00::/8"],
    demo: true,
    log: "warn",
  })
})

const wrong: [string, string][] = [
  ["PORT", "eighty"],
  ["PORT", "70000"],
  // These would be numbers, though not the ones that were meant.
  ["PORT", " "],
  ["PORT", "0x50"],
  ["PORT", "3e3"],
  ["HOST", "not a host"],
  ["DATABASE_URL", "mysql://root@db/qibu"],
  // These would be read as addresses here, and be taken for SQLite by the tables.
  ["DATABASE_URL", " postgres://qibu@db/qibu"],
  ["DATABASE_URL", "Postgres://qibu@db/qibu"],
  ["QIBU_URL", "portal.example.cn"],
  ["QIBU_URL", "https://portal.example.cn/qibu"],
  ["QIBU_TRUSTED_PROXIES", "10.0.0.0/33"],
  ["QIBU_TRUSTED_PROXIES", "nginx"],
  ["QIBU_DEMO", "yes"],
  ["QIBU_LOG", "verbose"],
]

test.each(wrong)("%s=%s is refused with one line that names it", (name, value) => {
  for (const LANG of ["zh_CN.UTF-8", "en_US.UTF-8"]) {
    const refusal = () => readEnv({ LANG, [name]: value })
    expect(refusal).toThrow(name)
    expect(refusal).not.toThrow("\n")
  }
})

test("two wrong values are named in the same line", () => {
  expect(() => readEnv({ PORT: "x", QIBU_URL: "y" })).toThrow(/PORT.*QIBU_URL/)
})

test("a wrong DATABASE_URL is never repeated, since it holds a password", () => {
  expect(() => readEnv({ DATABASE_URL: "mysql://root:hunter2@db" })).not.toThrow("hunter2")
})

test("both languages have a sentence for every variable", () => {
  expect(Object.keys(envWords.zh)).toEqual(Object.keys(envWords.en))
})
