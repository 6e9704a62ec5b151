/** px; the grid's script reckons times from it. */
export const hourHeight = 58
