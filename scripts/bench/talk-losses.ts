import type { Agent } from "node:http"
import { type Heard, openPage, readAfter, type TalkingPortal, until } from "./talking"

const cut = 20
const patience = 5_000

/**
 * Cuts some of the connections while people talk and takes them up again where they stopped, as a
 * browser does: what was said meanwhile is read.
 */
export async function comeBack(
  agent: Agent,
  portal: TalkingPortal,
  pages: readonly Heard[],
  talk: () => Promise<unknown>,
): Promise<Heard[]> {
  const going = talk()
  const away = pages.slice(0, cut)
  for (const page of away) page.close()
  await going
  const back: Heard[] = []
  for (const { person, groupId, seqs, cursor } of away) {
    const page = await openPage(agent, portal, groupId, person, cursor)
    await until(() => page.again > 0, patience)
    const missed = page.again > 0 ? await readAfter(portal, groupId, person, seqs.at(-1) ?? 0) : []
    back.push(Object.assign(page, { seqs: [...new Set([...seqs, ...missed, ...page.seqs])] }))
  }
  return [...back, ...pages.slice(cut)]
}

/** How many messages since one didn't come, came twice, or came before an earlier one. */
export async function losses(
  portal: TalkingPortal,
  before: number,
  pages: readonly Heard[],
): Promise<number> {
  const [first] = pages
  if (!first) return 0
  const said = await readAfter(portal, first.groupId, first.person, before)
  await until(() => pages.every(({ seqs }) => seqs.length >= said.length), patience)
  return pages.reduce((sum, { seqs }) => {
    const known = new Set(seqs)
    const missing = said.filter((seq) => !known.has(seq)).length
    const early = seqs.filter((seq, nth) => seq < (seqs[nth - 1] ?? 0)).length
    return sum + missing + (seqs.length - known.size) + early
  }, 0)
}
