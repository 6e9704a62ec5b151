/** Why the text of a file isn't known. */
export const unreadStates = ["kind", "locked", "large", "slow", "broken"] as const
export type UnreadState = (typeof unreadStates)[number]

/** `media`: a picture or a recording, which has no text. */
export const fileStates = ["read", "media", ...unreadStates] as const
export type FileState = (typeof fileStates)[number]
