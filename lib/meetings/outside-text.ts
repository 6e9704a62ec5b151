/** What people of other companies read of a meeting: by mail, and guests also its topics. */
export interface Outside {
  title: string
  place: string
  online: string
  topics: readonly { title: string; carried?: boolean }[]
}

/** @param guests whether somebody from outside reads the agenda */
export const partsOutside = (
  { title, place, online, topics }: Outside,
  guests: boolean,
): string[] => {
  const agenda = guests ? topics.filter(({ carried }) => !carried).map((topic) => topic.title) : []
  return [title, place, online, ...agenda].map((part) => part.trim())
}

/** The same as one text: what the gate on the way to outsiders looks at. */
export const textOutside = (meeting: Outside, guests: boolean): string =>
  partsOutside(meeting, guests)
    .filter((part) => part !== "")
    .join("\n")
