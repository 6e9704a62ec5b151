import type { Draft } from "@/lib/messages/drafting"

/** What is typed stays in this browser until the portal has it; one that keeps nothing does without. */
export function typedIn(place: string): Draft | null {
  try {
    const found = Object(JSON.parse(localStorage.getItem(place) ?? "null"))
    if (typeof found.text !== "string" || found.text === "") return null
    return { text: found.text, mentions: Array.isArray(found.mentions) ? found.mentions : [] }
  } catch {
    return null
  }
}

export function keepTypedIn(place: string, draft: Draft | null): void {
  try {
    if (draft === null || draft.text === "") localStorage.removeItem(place)
    else localStorage.setItem(place, JSON.stringify(draft))
  } catch {
    // Full, or forbidden.
  }
}
