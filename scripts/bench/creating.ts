import type { Asked, Loaded } from "./load"
import type { SignedIn } from "./measured"
import { type Bench, warm } from "./pages"
import { actionId } from "./portal"
import { comparedOf, interleaved } from "./rounds"
import type { Line } from "./table"

const boundary = "qibu-bench-boundary"
const connections = 8
const during = 1_500

type Fields = Record<string, string>

/** The fields in the order given: the server reads them as they come. */
const multipart = (fields: readonly (readonly [string, string])[]): string =>
  `${fields
    .map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join("")}--${boundary}--\r\n`

interface Sent {
  port: number
  path: string
  /** The action's id, from the build. */
  action: string
  cookie?: string
  fields: Fields
}

const headersFor = ({ port, cookie = "" }: Sent) => ({
  cookie,
  origin: `http://127.0.0.1:${port}`,
  "content-type": `multipart/form-data; boundary=${boundary}`,
})

/** As a browser without JavaScript sends the form: the answer is the address of the next page. */
export const asForm = (sent: Sent): Asked => ({
  path: sent.path,
  method: "POST",
  headers: headersFor(sent),
  body: multipart([[`$ACTION_ID_${sent.action}`, ""], ...Object.entries(sent.fields)]),
})

/** As the page's script sends it: the answer carries the next page. */
export const asScript = (sent: Sent, before: "none" | "state"): Asked => ({
  path: sent.path,
  method: "POST",
  headers: { ...headersFor(sent), accept: "text/x-component", "next-action": sent.action },
  body: multipart([
    ...Object.entries(sent.fields).map(([name, value]) => [`_1_${name}`, value] as const),
    ["0", before === "none" ? '["$K1"]' : '[null,"$K1"]'],
  ]),
})

/** A task for somebody else, in the creator's own team: one event, one notification, one search row. */
const taskOf = (maker: SignedIn, owner: SignedIn): Fields => ({
  name: "核对报表导出的新任务",
  description: "按约定时间完成并在动态里说明进展。",
  owner: `#${owner.personId}`,
  due: "2030-05-06T18:00",
  priority: "medium",
  department: String(maker.departmentId),
})

/** P6: creating a task, with everything that follows from it, against a bare insert. */
export async function measureCreating(bench: Bench): Promise<Line[]> {
  const { floor, large } = bench
  const makers = large.company.makers
  const [action, insert] = [actionId("createTaskAction"), floorAction(bench)]
  const atPortal = makers.map(
    (maker, i): Sent => ({
      ...{ port: large.port, path: "/tasks/new", action, cookie: maker.cookie },
      fields: taskOf(maker, makers[(i + 1) % makers.length] ?? maker),
    }),
  )
  const atFloor: Sent = {
    port: floor.port,
    path: "/insert",
    action: insert,
    fields: { name: "核对报表导出的新任务" },
  }
  return [
    await compared(bench, "create", [asForm(atFloor)], atPortal.map(asForm)),
    await compared(
      bench,
      "createScript",
      [asScript(atFloor, "none")],
      atPortal.map((sent) => asScript(sent, "state")),
    ),
  ]
}

const floorAction = ({ floor }: Bench): string => actionId("insertAction", floor.build)

async function compared(
  bench: Bench,
  what: "create" | "createScript",
  plain: Asked[],
  full: Asked[],
): Promise<Line> {
  const send = async (port: number, requests: Asked[], ms = during) =>
    created(await bench.load({ port, requests, connections, during: ms }))
  const floor = () => send(bench.floor.port, plain)
  const portal = () => send(bench.large.port, full)
  await send(bench.floor.port, plain, warm)
  await send(bench.large.port, full, warm)
  const pairs = await interleaved(floor, portal)
  return { id: "P6", what, goal: { atLeast: 0.6 }, unit: "perSecond", ...comparedOf(pairs) }
}

/** Every answer must be the way to the new record; a refusal would look fast. */
function created({ perSecond, statuses }: Loaded): number {
  const wrong = Object.keys(statuses).filter((status) => !/^303$|→/.test(status))
  if (wrong.length > 0) throw new Error(`creating was answered with ${wrong.join(", ")}`)
  return perSecond
}
