import { growth, pageLoad } from "./pages"
import type { Line } from "./table"
import type { TalkBench, TalkingPortal } from "./talking"

/**
 * P8 for messages: the same with fifty times as many in the company, and in a group with a thousand
 * times as many, one request after another.
 */
export async function measureTalkGrowth(bench: TalkBench): Promise<Line[]> {
  const { few, many } = bench
  const { busy, quiet, far } = many.talk
  if (far === null) throw new Error("there is no page 1,000")
  const at = (portal: TalkingPortal, path: string) => async () =>
    (await pageLoad(bench, portal, path, portal.talk.reader.cookie, { at: 1 })).p50
  const history = (group: number) => `/groups/data/history?group=${group}`
  const same = (path: (group: number) => string) =>
    [at(few, path(few.talk.busy)), at(many, path(busy))] as const
  const list = "/groups/data/list"
  return [
    await growth("historyGrowth", ...same(history)),
    await growth("openGrowth", ...same((group) => `/groups/${group}`)),
    await growth("groupListGrowth", at(few, list), at(many, list)),
    await growth("historySize", at(many, history(quiet)), at(many, history(busy))),
    await growth("openSize", at(many, `/groups/${quiet}`), at(many, `/groups/${busy}`)),
    await growth(
      "historyKeyset",
      at(many, history(busy)),
      at(many, `${history(busy)}&before=${far}`),
    ),
  ]
}
