/** P10 in a process of its own: saying something as a function call against the driver alone. */
import "@/lib/modules"
import { db, engine } from "@/db/engine"
import { findGroup } from "@/lib/groups/group"
import { plainly, sendMessage } from "@/lib/messages/sending"
import { readEnv } from "@/lib/platform/env"
import { actorsOf, organisation, organisationAt } from "@/lib/platform/organisation"
import { write } from "@/lib/platform/write"
import { dice } from "../seeding/dice"
import { seedMessageBatch } from "../seeding/message-batch"
import { plan } from "../seeding/talk"
import { companyIn } from "./portal"
import { emptyDatabase, perSecond, sameRows } from "./raw-rows"
import { comparedOf, interleaved } from "./rounds"

const singles = 500
/** The disk takes its time as it likes: a round of half a second says little. */
const times = 21
/** So many went before: a server that has run for a minute has compiled what it uses. */
const warm = 5_000
const grouped = 5_000
const body = "三号仓的出库单已经切到新版本，有变动随时说。"

/** A table of a message's columns, without indexes, events or search: what a row alone costs. */
const bareTable = emptyDatabase("bare.db")
bareTable.exec(
  `create table messages (id integer primary key, group_id integer, seq integer, author_id integer,
    at integer, urgency text, body text, thread_id integer, replies integer, version integer)`,
)
const insert = bareTable.prepare(
  "insert into messages values (null, ?, ?, ?, ?, 'ordinary', ?, null, 0, 1)",
)
let seq = 0
const bare = () => {
  seq += 1
  insert.run(1, seq, 2, Date.now(), body)
}

const repeated =
  (work: () => unknown, often = singles) =>
  async () => {
    for (let i = 0; i < often; i++) await work()
  }

const { talk } = companyIn(readEnv().data)
const [actor] = await actorsOf(db(), [talk?.reader.personId ?? 0])
const group = await findGroup(db(), talk?.quiet ?? 0)
if (!talk || !actor || !group) throw new Error("nobody talks there")
const one = () =>
  write(actor, (ctx) => sendMessage(Object.assign(ctx, { actor }), group, plainly(body)), {
    lock: `group:${group.id}`,
  })
const roll = dice(1)
/** In groups that nobody counts on: their numbers begin far away. */
const bulk = async () => {
  const rooms = [talk.busy, talk.everybody].map((id) => ({
    ...{ id, members: [actor.personId] as [number], messages: grouped / 2 },
  }))
  const said = plan(rooms, Date.now(), roll)
  for (const place of said.places.values()) place.seq = 10_000_000 + grouped * batches
  batches += 1
  await seedMessageBatch(said, { from: 0, until: grouped }, roll)
}
let batches = 0

// Signing in keeps the organisation in a server's memory.
await organisationAt(db(), (await organisation(db())).version)
await repeated(one, warm)()
await repeated(bare, warm)()
const again = await sameRows(bulk)
process.send?.({
  verb: comparedOf(
    await interleaved(
      () => perSecond(singles, repeated(bare)),
      () => perSecond(singles, repeated(one)),
      times,
    ),
  ),
  bulk: comparedOf(
    await interleaved(
      () => perSecond(grouped, again()),
      () => perSecond(grouped, bulk),
    ),
  ),
})
await engine().close()
process.disconnect?.()
