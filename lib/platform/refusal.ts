export type RefusalCode = "invalid" | "forbidden" | "not_found" | "conflict" | "signed_out" | "busy"

/** What a sentence of refusal names; several names are put one after another as its language does. */
type RefusalValues = Record<string, string | number | readonly string[]>

/**
 * An expected failure. `action` turns it into a result; the sentence is looked up there in the
 * person's language.
 */
export class Refusal extends Error {
  override name = "Refusal"
  readonly code: RefusalCode
  /** Key of the sentence, `module.name`; without it the code's usual sentence. */
  readonly sentence: string | undefined
  readonly values: RefusalValues
  /** Sentence keys by field name. */
  readonly fields: Record<string, string>
  /** What stands there now, for a conflict: both texts are shown. */
  readonly current: unknown

  constructor(
    code: RefusalCode,
    more: {
      sentence?: string
      values?: RefusalValues
      fields?: Record<string, string>
      current?: unknown
    } = {},
  ) {
    super(more.sentence ?? code)
    this.code = code
    this.sentence = more.sentence
    this.values = more.values ?? {}
    this.fields = more.fields ?? {}
    this.current = more.current
  }
}

export const refuse = (
  code: RefusalCode,
  more?: ConstructorParameters<typeof Refusal>[1],
): never => {
  throw new Refusal(code, more)
}
