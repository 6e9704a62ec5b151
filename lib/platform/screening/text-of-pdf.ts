import type { FileText } from "./text-of-file"

/** The text of a PDF, page by page. A scan has none: it can't be read, which isn't the same as clean. */
export async function textOfPdf(bytes: Uint8Array): Promise<FileText> {
  const { getDocumentProxy } = await import("unpdf")
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    const pages: string[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      pages.push(items.map((item) => ("str" in item ? lineOf(item) : "")).join(""))
    }
    const text = pages.join("\n")
    return { state: text.trim() === "" ? "kind" : "read", text }
  } catch (error) {
    return { state: Object(error).name === "PasswordException" ? "locked" : "broken", text: "" }
  }
}

const lineOf = ({ str, hasEOL }: { str: string; hasEOL: boolean }) => (hasEOL ? `${str}\n` : str)
