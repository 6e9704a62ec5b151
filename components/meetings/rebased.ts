/**
 * What one person wrote, put onto what another one wrote meanwhile: each part that only one of them
 * changed is as that one has it.
 * @param base what both began with
 * @param prefer whose part stands where both changed it
 * @returns whether both changed the same part, each otherwise
 */
export function rebased<V extends object>(
  base: V,
  mine: V,
  theirs: V,
  prefer: "mine" | "theirs" = "mine",
): { value: V; clash: boolean } {
  const value = { ...theirs }
  let clash = false
  for (const part of partsOf(mine)) {
    if (mine[part] === base[part] || mine[part] === theirs[part]) continue
    const both = theirs[part] !== base[part]
    clash ||= both
    if (!both || prefer === "mine") value[part] = mine[part]
  }
  return { value, clash }
}

function partsOf<V extends object>(value: V): (keyof V)[] {
  const parts: (keyof V)[] = []
  for (const part in value) parts.push(part)
  return parts
}
