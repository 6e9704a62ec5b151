// Marks that turn reading direction around make "gpj.exe" look like "exe.jpg"; marks without width
// make two names that look the same.
const hidden =
  /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu

/** What people see of a text of one line: nothing invisible, nothing that turns it around. */
export const visibleText = (given: string): string =>
  given.toWellFormed().normalize("NFC").replace(hidden, "")

/** A name as it is kept and shown: one line, single spaces. May be empty. */
export const visibleName = (given: string): string =>
  visibleText(given.replace(/\s+/g, " ")).replace(/ +/g, " ").trim()
