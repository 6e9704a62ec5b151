import { type Row, rows } from "../rows"

/** The page that the portal's lists are measured against: the same columns, plainly written. */
export default function TablePage() {
  return (
    <main>
      <h1>任务</h1>
      <table className="tasks">
        <thead>
          <tr>
            <th />
            <th>任务名称</th>
            <th>所属项目/部门</th>
            <th>完成进度</th>
            <th>协办人</th>
            <th>截止时间</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </main>
  )
}

function TableRow({ row }: { row: Row }) {
  return (
    <tr className="task-row">
      <td className="priority">{row.high && <span title="优先级 高">高</span>}</td>
      <td className="name">
        <a href={`/tasks/${row.id}`}>{row.name}</a>
      </td>
      <td className="home">{row.home}</td>
      <td className="progress">
        <span className="bar" style={{ width: `${row.progress}%` }} />
        {row.progress}%
      </td>
      <td className="faces">
        {row.helping.map((person) => (
          <span key={person.id} className="face" title={person.name}>
            {person.letter}
          </span>
        ))}
      </td>
      <td className="due">
        <time dateTime={row.instant}>{row.due}</time>
      </td>
    </tr>
  )
}
