/** What is looked for in what is about to be sent (G7.3). Where two overlap the first named counts. */
export const findKinds = [
  "id_card",
  "credit_code",
  "bank_card",
  "phone",
  "email",
  "address",
  "contract",
  "finance",
  "word",
] as const

export type FindKind = (typeof findKinds)[number]

/** Something that shouldn't leave the company as it is, and where it stands, in UTF-16 units. */
export interface Find {
  kind: FindKind
  index: number
  length: number
}
