import { createHash } from "node:crypto"

/** Names what was shown, so that nothing else is confirmed with it. */
const shownAs = (sentences: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(sentences)).digest("base64url").slice(0, 22)

/** An action that says first what it will cause: what to show, or that it is done. */
export type Previewed =
  | { step: "preview"; sentences: string[]; fields: [string, string][] }
  | { step: "done" }

/** Whether what is confirmed is what would happen now. Where nothing happens nothing is asked. */
export function preview(
  sentences: readonly string[],
  confirmed: string,
  fields: readonly (readonly [string, string | number])[],
): Previewed | null {
  const key = shownAs(sentences)
  if (sentences.length === 0 || confirmed === key) return null
  const again = [...fields, ["confirmed", key] as const]
  return {
    step: "preview",
    sentences: [...sentences],
    fields: again.map(([name, value]) => [name, String(value)]),
  }
}
