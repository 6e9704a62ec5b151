export type Run = { text: string; matched: boolean }

/** Marks where a typed word stands in a spaced pinyin: as letters in a row, or as initials. */
export function pinyinRuns(pinyin: string, typed: string): Run[] {
  const wanted = typed.toLowerCase().replace(/[\s']/g, "")
  const letters = pinyin.toLowerCase()
  const places = Array.from(letters, (_, at) => at).filter((at) => letters[at] !== " ")
  const joined = places.map((at) => letters[at]).join("")
  const start = wanted ? joined.indexOf(wanted) : -1
  const marked = start >= 0 ? places.slice(start, start + wanted.length) : initials(letters, wanted)
  return runs(pinyin, new Set(marked))
}

function initials(letters: string, wanted: string) {
  const heads = Array.from(letters, (_, at) => at).filter(
    (at) => letters[at] !== " " && (at === 0 || letters[at - 1] === " "),
  )
  const start = wanted
    ? heads
        .map((at) => letters[at])
        .join("")
        .indexOf(wanted)
    : -1
  return start < 0 ? [] : heads.slice(start, start + wanted.length)
}

function runs(text: string, marked: Set<number>) {
  const found: Run[] = []
  Array.from(text).forEach((letter, at) => {
    const last = found.at(-1)
    if (last && last.matched === marked.has(at)) last.text += letter
    else found.push({ text: letter, matched: marked.has(at) })
  })
  return found
}

/** Marks every place where one of the typed words stands in a text. */
export function textRuns(text: string, typed: string): Run[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const lower = text.toLowerCase()
  const marked = new Set<number>()
  for (const word of words)
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length))
      for (let step = 0; step < word.length; step++) marked.add(at + step)
  return runs(text, marked)
}
