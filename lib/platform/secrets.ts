import { randomBytes } from "node:crypto"
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { env } from "./env.ts"

const shape = z.object({
  /** Signs session cookies and one-time links. */
  authSecret: z.string().min(32),
  /** 32 bytes, base64: encrypts what must be read again, such as TOTP keys and the SMTP password. */
  encryptionKey: z.string().refine((key) => Buffer.from(key, "base64").length === 32),
})

export type Secrets = z.infer<typeof shape>

declare global {
  var __qibuSecrets: Secrets | undefined
}

/**
 * The installation's secrets, from `secrets.json` (mode 600) in the data folder; made on first run.
 * Several processes on one machine may ask at once: the first to link the file wins, all read it.
 * @throws when the file can't be read or isn't whole; it is then never replaced, since sessions
 *   and encrypted settings would be lost with it.
 */
export function secrets(): Secrets {
  globalThis.__qibuSecrets ??= readSecrets(env().data)
  return globalThis.__qibuSecrets
}

/** The file is there and isn't whole. Its text is in no message. */
export class SecretsDamaged extends Error {
  override name = "SecretsDamaged"
}

/** The secrets kept in `folder`, made there when there are none. See secrets(). */
export function readSecrets(folder: string): Secrets {
  const file = join(folder, "secrets.json")
  const text = read(file)
  if (text !== undefined) return parsed(text, file)
  create(folder, file)
  return parsed(readFileSync(file, "utf8"), file)
}

function parsed(text: string, file: string): Secrets {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    throw new SecretsDamaged(`${file} is not whole`)
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8")
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined
    throw error
  }
}

function create(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(6).toString("hex")}`
  const made: Secrets = {
    authSecret: randomBytes(48).toString("base64url"),
    encryptionKey: randomBytes(32).toString("base64"),
  }
  const descriptor = openSync(/* turbopackIgnore: true */ draft, "wx", 0o600)
  try {
    writeFileSync(descriptor, `${JSON.stringify(made, null, 2)}\n`)
    fsyncSync(descriptor)
    closeSync(descriptor)
    linkSync(draft, file)
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error
  } finally {
    rmSync(draft)
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code
}
