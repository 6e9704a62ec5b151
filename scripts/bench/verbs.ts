/** P10 in a process of its own: the verb that creates tasks against the driver alone. */
import "@/lib/modules"
import { db, engine } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import { readEnv } from "@/lib/platform/env"
import { actorsOf, organisation, organisationAt } from "@/lib/platform/organisation"
import { write } from "@/lib/platform/write"
import { createTask } from "@/lib/tasks/creating"
import { dice } from "../seeding/dice"
import { seedTaskBatch } from "../seeding/task-batch"
import { companyIn } from "./portal"
import { emptyDatabase, perSecond, sameRows } from "./raw-rows"
import { comparedOf, interleaved } from "./rounds"

const singles = 500
const grouped = 5_000

const raw = {
  name: "核对报表导出的新任务",
  description: "按约定时间完成并在动态里说明进展。",
  priority: "medium",
  risk: "",
  startAt: null,
} as const

/** A table of a task's columns, without indexes, events or search: what a row alone costs. */
const bareTable = emptyDatabase("bare.db")
bareTable.exec(
  `create table tasks (id integer primary key, name text, description text, owner_id integer, creator_id integer,
    department_id integer, due_at integer, priority text, progress integer, state text, risk text,
    created_at integer, updated_at integer, sort_key integer, version integer)`,
)
const insert = bareTable.prepare(
  "insert into tasks values (null, ?, ?, ?, ?, ?, ?, ?, 0, 'todo', ?, ?, ?, ?, 1)",
)
const bare = () => {
  const now = Date.now()
  insert.run(raw.name, raw.description, 1, 2, 3, now, raw.priority, raw.risk, now, now, now)
}

const repeated = (work: () => unknown) => async () => {
  for (let i = 0; i < singles; i++) await work()
}

async function measure() {
  const company = companyIn(readEnv().data)
  const [maker, owner] = await actorsOf(
    db(),
    company.makers.slice(0, 2).map(({ personId }) => personId),
  )
  if (!maker || !owner) throw new Error("the company has no such people")
  const one = () => create(maker, owner)
  const staff = company.makers.map(({ personId, departmentId }) => ({ id: personId, departmentId }))
  const [first, ...others] = staff
  if (!first) throw new Error("nobody may create")
  const many = () =>
    seedTaskBatch({ from: 0, until: grouped }, [first, ...others], Date.now(), dice(1))
  // Signing in keeps the organisation in a server's memory.
  await organisationAt(db(), (await organisation(db())).version)
  await repeated(one)()
  await repeated(bare)()
  const again = await sameRows(many)
  return {
    verb: await interleaved(
      () => perSecond(singles, repeated(bare)),
      () => perSecond(singles, repeated(one)),
    ),
    bulk: await interleaved(
      () => perSecond(grouped, again()),
      () => perSecond(grouped, many),
    ),
  }
}

const create = (maker: PersonActor, owner: PersonActor) =>
  write(maker, (ctx) =>
    createTask(Object.assign(ctx, { actor: maker }), {
      ...raw,
      ownerId: owner.personId,
      coworkerIds: [],
      dueAt: new Date(),
      departmentId: maker.departmentId,
      sensitivityId: null,
    }),
  )

const { verb, bulk } = await measure()
process.send?.({ verb: comparedOf(verb), bulk: comparedOf(bulk) })
await engine().close()
process.disconnect?.()
