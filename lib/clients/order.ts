const span = 1e14
const latest = 9e13

/**
 * One number that orders the list of clients: by next contact, then those without one by the latest
 * contact, then what is archived.
 */
export function sortKeyOf({
  nextContactAt,
  lastContactAt,
  archivedAt,
  createdAt,
}: {
  nextContactAt: Date | null
  lastContactAt: Date | null
  archivedAt: Date | null
  createdAt: Date
}): number {
  if (archivedAt) return 2 * span + latest - archivedAt.getTime()
  if (nextContactAt) return nextContactAt.getTime()
  return span + latest - (lastContactAt ?? createdAt).getTime()
}

/** Where archived ones begin. */
export const archivedFrom = 2 * span
