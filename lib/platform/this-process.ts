import { randomUUID } from "node:crypto"

declare global {
  var __qibuProcess: string | undefined
}

/**
 * A name for this process that no other one has, on any machine: process numbers repeat in
 * containers, where every portal may be number 1.
 */
export function thisProcess(): string {
  globalThis.__qibuProcess ??= randomUUID()
  return globalThis.__qibuProcess
}
