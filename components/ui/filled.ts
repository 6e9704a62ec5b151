/** A sentence with its places filled in, where a page's script has to say it: `已选 {count} 人`. */
export const filled = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
