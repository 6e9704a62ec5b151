import { getLocale } from "next-intl/server"
import { type MinutesForm, minutesForm } from "@/lib/meetings/minutes-form"
import type { MinutesPage } from "@/lib/meetings/minutes-page"
import { settings } from "@/lib/platform/settings"

/** The same minutes in the form of template T2; only paper shows it. */
export async function MinutesPaper({
  number,
  minutes,
}: {
  number: number | null
  minutes: MinutesPage
}) {
  const [locale, { company }] = await Promise.all([getLocale(), settings()])
  const form = minutesForm(minutes.content, {
    ...{ number, version: minutes.shown.number, locale, timeZone: company.timeZone },
  })
  return (
    <div className="paper-only" aria-hidden>
      <p className="paper-head">
        <span>{company.name}</span>
        <span>{form.mark}</span>
      </p>
      <p className="paper-title">{form.title}</p>
      <table className="paper-form">
        <tbody>
          {form.facts.map((pairs) => (
            <tr key={pairs[0]?.[0]}>
              {pairs.map(([name, value]) => (
                <Pair key={name} name={name} value={value} wide={pairs.length === 1} />
              ))}
            </tr>
          ))}
          <Block name={form.labels.topics} lines={form.topics} />
          <Points form={form} />
        </tbody>
      </table>
      <Resolutions form={form} />
      <table className="paper-form paper-next">
        <tbody>
          <Block name={form.labels.remark} lines={[form.remark]} />
        </tbody>
      </table>
    </div>
  )
}

const Pair = ({ name, value, wide }: { name: string; value: string; wide: boolean }) => (
  <>
    <th scope="row">{name}</th>
    <td colSpan={wide ? 3 : 1}>{value}</td>
  </>
)

const Block = ({ name, lines }: { name: string; lines: readonly string[] }) => (
  <tr>
    <th scope="row">{name}</th>
    <td colSpan={3}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </td>
  </tr>
)

const Points = ({ form: { labels, points } }: { form: MinutesForm }) => (
  <tr>
    <th scope="row">{labels.points}</th>
    <td colSpan={3}>
      {points.map(({ topic, said }) => (
        <div key={topic}>
          <p className="paper-topic">{topic}</p>
          {said.map(({ speaker, text }) => (
            <p key={`${speaker} ${text}`}>{speaker ? `${speaker}：${text}` : text}</p>
          ))}
        </div>
      ))}
    </td>
  </tr>
)

/** A table of its own: its heads come again where it goes on to another page. */
const Resolutions = ({ form: { labels, resolutions, none } }: { form: MinutesForm }) => (
  <table className="paper-form paper-next paper-resolutions">
    <thead>
      <tr>
        <th scope="col">{labels.resolutions}</th>
        <th scope="col">{labels.owner}</th>
        <th scope="col">{labels.due}</th>
      </tr>
    </thead>
    <tbody>
      {resolutions.map(({ number, text, owner, due }) => (
        <tr key={number}>
          <td>
            {number} {text}
          </td>
          <td>{owner}</td>
          <td>{due}</td>
        </tr>
      ))}
      {resolutions.length === 0 && (
        <tr>
          <td colSpan={3}>{none}</td>
        </tr>
      )}
    </tbody>
  </table>
)
