import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx"
import { visibleText } from "@/lib/platform/visible-text"
import type { MinutesForm } from "./minutes-form"

/** Twentieths of a point: A4 with its margins, and the columns of the form. */
const page = { width: 11_906, height: 16_838, margin: 1_134 }
const columns = [1_500, 3_319, 1_500, 3_319]
const whole = columns.reduce((sum, each) => sum + each, 0)
const font = { ascii: "Arial", hAnsi: "Arial", eastAsia: "宋体" }

/** Minutes as a document in the form of template T2. @returns the bytes of a .docx */
export async function minutesDocument(form: MinutesForm): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: form.title,
    styles: { default: { document: { run: { font, size: 21 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.margin,
              bottom: page.margin,
              left: page.margin,
              right: page.margin,
            },
          },
        },
        footers: { default: footOf(form.mark) },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            children: [run(form.title, { bold: true, size: 32 })],
          }),
          new Table({
            width: { size: whole, type: WidthType.DXA },
            columnWidths: columns,
            rows: rowsOf(form),
          }),
        ],
      },
    ],
  })
  return Uint8Array.from(await Packer.toBuffer(document))
}

/** What XML can't hold and what nobody sees is left out. */
const run = (text: string, look: { bold?: boolean; size?: number } = {}) =>
  new TextRun({ text: visibleText(text), ...look })

const line = (text: string, look: { bold?: boolean } = {}) =>
  new Paragraph({ spacing: { before: 40, after: 40 }, children: [run(text, look)] })

const footOf = (mark: string) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          run(`${mark}    `, { size: 16 }),
          new TextRun({
            children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES],
            size: 16,
          }),
        ],
      }),
    ],
  })

const cell = (children: readonly Paragraph[], span = 1, named = false) =>
  new TableCell({
    children: children.length > 0 ? [...children] : [line("")],
    columnSpan: span,
    verticalAlign: named ? VerticalAlign.CENTER : VerticalAlign.TOP,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(named && { shading: { fill: "F2F2F2" } }),
  })

const named = (label: string, span = 1) => cell([line(label, { bold: true })], span, true)

function rowsOf(form: MinutesForm): TableRow[] {
  const { labels } = form
  const block = (label: string, children: readonly Paragraph[]) =>
    new TableRow({ children: [named(label), cell(children, 3)] })
  return [
    ...form.facts.map(
      (pairs) =>
        new TableRow({
          children: pairs.flatMap(([name, value]) => [
            named(name),
            cell([line(value)], pairs.length === 1 ? 3 : 1),
          ]),
        }),
    ),
    block(
      labels.topics,
      form.topics.map((text) => line(text)),
    ),
    block(
      labels.points,
      form.points.flatMap(({ topic, said }) => [
        line(topic, { bold: true }),
        ...said.map(({ speaker, text }) => line(speaker ? `${speaker}：${text}` : text)),
      ]),
    ),
    ...resolutionRows(form),
    block(
      labels.remark,
      form.remark === "" ? [] : form.remark.split("\n").map((text) => line(text)),
    ),
  ]
}

/** Each resolution with who and by when; their names come again on every page. */
const resolutionRows = ({ labels, resolutions, none }: MinutesForm): TableRow[] => [
  new TableRow({
    children: [named(labels.resolutions, 2), named(labels.owner), named(labels.due)],
  }),
  ...(resolutions.length === 0
    ? [new TableRow({ children: [cell([line(none)], 4)] })]
    : resolutions.map(
        ({ number, text, owner, due }) =>
          new TableRow({
            cantSplit: true,
            children: [
              cell([line(`${number}  ${text}`)], 2),
              cell([line(owner)]),
              cell([line(due)]),
            ],
          }),
      )),
]
