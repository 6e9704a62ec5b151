import { createHash, randomBytes } from "node:crypto"
import { readFileSync } from "node:fs"
import path from "node:path"
import Driver from "better-sqlite3"
import { encode } from "next-auth/jwt"
import type { Portal } from "./portal"

/** Reads the portal's database from beside it. Only SQLite's own locks protect the file. */
export function look<T>(portal: Portal, query: string, ...values: unknown[]): T[] {
  const file = new Driver(path.join(portal.data, "qibu.db"), { readonly: true })
  try {
    return file.prepare<unknown[], T>(query).all(...values)
  } finally {
    file.close()
  }
}

/** Changes the database from beside the portal, as a second process may. */
export function alter(portal: Portal, statement: string, ...values: unknown[]): number {
  const file = new Driver(path.join(portal.data, "qibu.db"), { timeout: 5_000 })
  try {
    return file.prepare(statement).run(...values).changes
  } finally {
    file.close()
  }
}

const thirtyDays = 30 * 24 * 3600

/**
 * The cookie of somebody who is signed in, without the door: the session row is what signing in
 * leaves, and so is the cookie.
 */
export async function cookieOf(portal: Portal, staffNo: string): Promise<string> {
  const token = randomBytes(32).toString("base64url")
  const hash = createHash("sha256").update(token).digest("base64url")
  const now = Date.now()
  alter(
    portal,
    `insert into sessions (token_hash, person_id, method, created_at, seen_at, expires_at)
     select ?, id, 'password', ?, ?, ? from people where staff_no = ?`,
    hash,
    now,
    now,
    now + thirtyDays * 1000,
    staffNo,
  )
  const { authSecret } = JSON.parse(readFileSync(path.join(portal.data, "secrets.json"), "utf8"))
  const sealed = await encode({ token: { sid: token }, secret: authSecret, maxAge: thirtyDays })
  return `qibu.session=${sealed}`
}

/** The cookie of a guest of the sample company who is let in on one more device. */
export function guestCookieOf(portal: Portal, name: string): string {
  const token = randomBytes(32).toString("base64url")
  const hash = createHash("sha256").update(token).digest("base64url")
  alter(
    portal,
    `insert into guest_sessions (token_hash, invitation_id, created_at, seen_at)
     select ?, id, ?, ? from guest_invitations where name = ?`,
    hash,
    Date.now(),
    Date.now(),
    name,
  )
  return `qibu.guest=${token}`
}
