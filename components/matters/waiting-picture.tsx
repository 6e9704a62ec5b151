import type { Cell } from "@/lib/matters/waits"

interface Named {
  id: number
  name: string
}

const [wide, high, gap, top, longest] = [54, 38, 2, 26, 6]

/** A name of more than six characters is cut: the table below has it whole. */
const short = (name: string) => (name.length > longest ? `${name.slice(0, longest - 1)}…` : name)

/**
 * 谁在等谁 as a picture: rows wait for columns. The number is how much, under it the longest wait;
 * deeper from two on, cinnabar where something is overdue. A table with the same says it in words.
 */
export function WaitingPicture({
  departments,
  cells,
  label,
  waited,
}: {
  departments: readonly Named[]
  cells: readonly Cell[]
  label: string
  waited: (since: Date) => string
}) {
  const left = 14 + 12 * Math.max(...departments.map(({ name }) => short(name).length))
  const x = (at: number) => left + at * (wide + gap)
  const y = (at: number) => top + at * (high + gap)
  const cellOf = (from: number, to: number) =>
    cells.find((cell) => cell.from === from && cell.to === to)
  return (
    <div
      className="overflow-x-auto"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key
      tabIndex={0}
    >
      <svg
        role="img"
        aria-label={label}
        width={x(departments.length)}
        height={y(departments.length)}
        className="one-word text-meta"
      >
        {departments.map(({ id, name }, at) => (
          <g key={id} className="fill-ink-2">
            <title>{name}</title>
            <text x={x(at) + wide / 2} y={top - 10} textAnchor="middle">
              {short(name)}
            </text>
            <text x={left - 10} y={y(at) + high / 2 + 4} textAnchor="end">
              {short(name)}
            </text>
          </g>
        ))}
        {departments.flatMap((from, row) =>
          departments.map((to, column) => {
            const place = { x: x(column), y: y(row) }
            const key = `${from.id} ${to.id}`
            if (row === column) return <Diagonal key={key} {...place} />
            return <Waiting key={key} {...place} cell={cellOf(from.id, to.id)} waited={waited} />
          }),
        )}
      </svg>
    </div>
  )
}

type Place = { x: number; y: number }

const Diagonal = ({ x, y }: Place) => (
  <line
    x1={x + 1}
    y1={y + 1}
    x2={x + wide - 1}
    y2={y + high - 1}
    className="stroke-line"
    strokeDasharray="2 2"
  />
)

function Waiting({
  x,
  y,
  cell,
  waited,
}: Place & { cell: Cell | undefined; waited: (since: Date) => string }) {
  const fill = !cell
    ? "fill-paper"
    : cell.late
      ? "fill-cinnabar-wash"
      : cell.count > 1
        ? "fill-c3"
        : "fill-accent-wash"
  const ink = cell?.late ? "fill-cinnabar-ink" : "fill-ink"
  return (
    <g>
      <rect x={x} y={y} width={wide} height={high} rx={4} className={fill} />
      {cell && (
        <>
          <text
            x={x + wide / 2}
            y={y + 17}
            textAnchor="middle"
            className={`${ink} text-ui font-semibold`}
          >
            {cell.count}
          </text>
          <text x={x + wide / 2} y={y + 31} textAnchor="middle" className={ink}>
            {waited(cell.since)}
          </text>
        </>
      )}
    </g>
  )
}
