/** Text that stays in this browser until it is sent; a browser that keeps nothing does without. */
export function typedIn(place: string): string {
  try {
    return localStorage.getItem(place) ?? ""
  } catch {
    return ""
  }
}

export function keepTypedIn(place: string, text: string): void {
  try {
    if (text === "") localStorage.removeItem(place)
    else localStorage.setItem(place, text)
  } catch {
    // Full, or forbidden.
  }
}
