const wide =
  /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}\p{Script=Hang}\u3000-\u303f\uff00-\uffef]/u

/** A text cut to a width in px: SVG cuts nothing by itself. Widths are near enough to the fonts'. */
export function fitted(text: string, size: number, width: number): string {
  let left = width
  let kept = ""
  for (const letter of text) {
    left -= wide.test(letter) ? size : size * 0.58
    if (left < 0) return `${kept.slice(0, -1)}…`
    kept += letter
  }
  return kept
}
