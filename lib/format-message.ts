import compile from "icu-minify/compile"
import formatCompiled from "use-intl/format-message/format-only"

const compiled = new Map<string, ReturnType<typeof compile>>()

type Options = Parameters<typeof formatCompiled>[3]
type Values = Parameters<typeof formatCompiled>[2]

/**
 * Stands in next-intl for what makes a sentence: it would read each anew for every page. The portal's
 * sentences are few, so what was read stays.
 * @param sentence in ICU's message format
 */
export default function formatMessage(
  key: string,
  sentence: string,
  values: Values,
  options: Options,
) {
  const known = compiled.get(sentence) ?? compile(sentence)
  compiled.set(sentence, known)
  return formatCompiled(key, known, values, options)
}
/** Sentences can be had as they are written, too: `t.raw`. */
formatMessage.raw = true
