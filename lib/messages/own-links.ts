/** The address of something inside the portal: `/tasks/12`, `/groups/2?message=5`. */
const address = String.raw`/[a-z][a-z-]*/\d{1,15}(?:/[a-z][a-z-]*)*(?:\?[\w=&%.:-]*\w)?(?![\w/])`

const bare = new RegExp(String.raw`(?<![\w/.:-])${address}`, "y")

/** An address inside the portal that begins at a place of a text, or none. */
export function addressAt(text: string, at: number): string | null {
  bare.lastIndex = at
  return bare.exec(text)?.[0] ?? null
}

/**
 * A text in which links to this portal are addresses inside it: by whichever name somebody reaches
 * it, they lead everybody to the same record.
 * @param origin what the links in it begin with
 */
export const withOwnLinks = (text: string, origin: string): string =>
  text.replaceAll(
    new RegExp(`${origin.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?=${address})`, "g"),
    "",
  )
