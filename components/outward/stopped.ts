import type { Stop } from "@/lib/outward/stop"

/** What stopped something on its way to outsiders, if that is why it was refused. */
export function stopIn(answer: { ok: boolean; current?: unknown }): Stop | null {
  const { outward } = Object(answer.current)
  return !answer.ok && Array.isArray(Object(outward).finds) && Array.isArray(outward.files)
    ? outward
    : null
}
