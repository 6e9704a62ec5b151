import { breath } from "@/db/breath"
import { db } from "@/db/engine"
import { nameBook } from "@/lib/people/name-book"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import {
  checkRecords,
  type RecordCheck,
  type RowOutcome,
  takePlans,
} from "@/lib/platform/record-import"
import { refuse } from "@/lib/platform/refusal"
import { createMatter } from "./creating"
import { matterTitles, requiredMatterColumns } from "./import-columns"
import { givenNumbers } from "./import-number"
import { type MatterPlan, readMatterRow } from "./import-rows"
import { findMatter } from "./matter"
import { blockMatter, moveMatter } from "./moving"
import { keepNumber, numberOf } from "./numbers"

/** What a file in the columns of template T1 would make; nothing is written. */
export async function checkMatterFile(
  actor: PersonActor,
  fileId: number,
): Promise<RecordCheck<MatterPlan> | null> {
  return checkRecords(actor, fileId, matterTitles, requiredMatterColumns, async (rows) => {
    const book = await nameBook(db())
    const outcomes: RowOutcome<MatterPlan>[] = []
    for (const row of rows) {
      outcomes.push(await readMatterRow(actor, book, row))
      await breath()
    }
    return withoutGiven(outcomes)
  })
}

/** A number is given once: one that is there, or stands in the file twice, doesn't fit. */
async function withoutGiven(outcomes: readonly RowOutcome<MatterPlan>[]) {
  const numbers = outcomes.flatMap(({ plan }) => plan?.number ?? [])
  const given = await givenNumbers(db(), numbers)
  return outcomes.map((outcome): RowOutcome<MatterPlan> => {
    const number = outcome.plan?.number ?? null
    if (number === null) return outcome
    if (!given.has(number)) {
      given.add(number)
      return outcome
    }
    const error = {
      column: matterTitles.number[0] ?? "",
      ...{ value: numberOf(number), code: "numberGiven" },
    }
    return { ...outcome, kind: "error", errors: [error], plan: null }
  })
}

/**
 * Registers them all; a number that comes along is kept, and the counter of its month goes on after
 * it. On PostgreSQL the caller holds `numberLock`.
 * @throws Refusal conflict when one was given since the preview; as `takePlans` and `createMatter` do
 */
export async function importMatters(
  ctx: Ctx & { actor: PersonActor },
  check: RecordCheck<MatterPlan>,
): Promise<number> {
  const plans = await takePlans(ctx, check)
  const numbers = plans.flatMap(({ number }) => number ?? [])
  const [given] = await givenNumbers(ctx.tx, numbers)
  if (given !== undefined)
    refuse("conflict", {
      ...{ sentence: "matters.error.numberGiven", values: { number: numberOf(given) } },
    })
  // Rows without one get theirs after all that the file brings along.
  for (const number of numbers) await keepNumber(ctx, number)
  for (const { number, departmentId, content, state, supportFromId } of plans) {
    await breath()
    const id = await createMatter(ctx, departmentId, content, number ?? undefined)
    const matter = await findMatter(ctx.tx, id)
    if (!matter || state === "pending") continue
    if (state === "blocked")
      await blockMatter(ctx, matter, {
        support: content.remark || content.description,
        fromId: supportFromId,
      })
    else await moveMatter(ctx, matter, state)
  }
  emit(ctx, {
    type: "matter.file_imported",
    recordId: ctx.actor.personId,
    data: { count: plans.length },
  })
  return plans.length
}
