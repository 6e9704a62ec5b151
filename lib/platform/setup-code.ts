import { createHash, randomInt, timingSafeEqual } from "node:crypto"

declare global {
  /** Printed by the start script while there are no people. */
  var __qibuSetupCode: string | undefined
}

// Without 0/O, 1/I/L: it is read off a terminal.
const signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
const length = 12

/**
 * The code that protects the first set-up: made once per process, 59 bits, in groups of four.
 * Ask for it only while there are no people.
 */
export function setupCode(): string {
  globalThis.__qibuSetupCode ??= made()
  return globalThis.__qibuSetupCode
}

function made(): string {
  const drawn = Array.from({ length }, () => signs[randomInt(signs.length)]).join("")
  return drawn.replace(/(.{4})(?=.)/g, "$1-")
}

/** After set-up the code is worth nothing. */
export const forgetSetupCode = (): void => {
  globalThis.__qibuSetupCode = undefined
}

/** Compares in constant time; case, spaces and dashes don't count. */
export function isSetupCode(typed: string): boolean {
  const code = globalThis.__qibuSetupCode
  return code !== undefined && timingSafeEqual(digest(typed), digest(code))
}

const digest = (code: string): Buffer =>
  createHash("sha256")
    .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ""))
    .digest()
