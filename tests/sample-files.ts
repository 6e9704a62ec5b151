import { Document, Packer, Paragraph } from "docx"
import writeSheet from "write-excel-file/node"
import { zipOf } from "@/lib/platform/zip-writing"

export const docxOf = async (...lines: string[]): Promise<Uint8Array> =>
  Packer.toBuffer(
    new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }),
  )

export const xlsxOf = (rows: (string | number)[][]): Promise<Uint8Array> =>
  writeSheet(rows.map((row) => row.map((value) => ({ value })))).toBuffer()

/** A PDF of one page with a line of Latin letters; none, and it is like a scan. */
export function pdfOf(line: string): Uint8Array {
  const page = line === "" ? "" : `BT /F1 12 Tf 20 100 Td (${line}) Tj ET`
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ]
  let text = "%PDF-1.4\n"
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, "0")} 00000 n \n`
  })
  const end = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${end}\n%%EOF\n`
  return Buffer.from(text)
}

export async function zipWith(
  parts: Record<string, Iterable<string | Uint8Array>>,
): Promise<Uint8Array> {
  const made: Buffer[] = []
  const entries = Object.entries(parts).map(([name, text]) => ({ name, text }))
  for await (const some of zipOf(entries)) made.push(some)
  return Buffer.concat(made)
}
