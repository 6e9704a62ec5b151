/** What the log can be narrowed to by one choice; what falls under each follows from the type. */
export const groups = ["rights", "exports", "signin", "accounts", "denied", "audit"] as const
export type Group = (typeof groups)[number]

const rights = new Set(["person.levelled", "person.duties", "person.cleared", "person.uncleared"])
const signIn = /^person\.(sign|password|second_factor)/
const accounts =
  /^(person\.(added|changed|disabled|enabled|moved|handed_over|took_over|leave_|private_)|import\.|leave\.)/

export const isExport = (type: string): boolean => /\.exported(_|$)/.test(type)

const within: Record<Group, (type: string) => boolean> = {
  rights: (type) => rights.has(type) || /^(sensitivity|department)\./.test(type),
  exports: isExport,
  signin: (type) => signIn.test(type),
  accounts: (type) => accounts.test(type),
  denied: (type) => type.endsWith(".denied"),
  audit: (type) => type.startsWith("audit."),
}

export const isIn = (group: Group, type: string): boolean => within[group](type)

/**
 * The system signs people in: who did it is then the account itself. Everything else that the
 * system says about a person it did by itself.
 */
export const isAtTheDoor = (type: string): boolean =>
  /^person\.sign_in|^person\.signed_in/.test(type)
export const doorTypes = ["person.signed_in", "person.sign_in_failed"] as const
