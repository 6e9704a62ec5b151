import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { readSecrets, SecretsDamaged } from "@/lib/platform/secrets"

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "qibu-secrets-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

test("the first run makes secrets that nobody else on the machine can read, later runs keep them", () => {
  const first = readSecrets(folder)
  expect(Buffer.from(first.encryptionKey, "base64")).toHaveLength(32)
  expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600)
  expect(readSecrets(folder)).toEqual(first)
  expect(readdirSync(folder)).toEqual(["secrets.json"])
})

test("two installations have different secrets", () => {
  expect(readSecrets(join(folder, "a"))).not.toEqual(readSecrets(join(folder, "b")))
})

test("a damaged file is reported and never replaced", () => {
  for (const text of ["{}", "", '{"authSecret":"geheim'] as const) {
    writeFileSync(join(folder, "secrets.json"), text)
    expect(() => readSecrets(folder)).toThrow(SecretsDamaged)
    expect(() => readSecrets(folder)).not.toThrow("geheim")
    expect(readFileSync(join(folder, "secrets.json"), "utf8")).toBe(text)
  }
})
