const warnsAt = 0.8

/** How a topic stands in its time: near its end from four fifths on, over once that has passed. */
export function standingOf(used: number, planned: number): "good" | "soon" | "over" {
  if (used > planned) return "over"
  return used >= planned * warnsAt ? "soon" : "good"
}
