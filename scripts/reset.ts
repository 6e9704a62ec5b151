/** `npm run reset -- Q001`: prints a one-time link for somebody who can't get one by mail. */
import "@/lib/modules"
import { engine } from "@/db/engine"
import { accountByLogin } from "@/lib/people/account"
import { linkAddress, makePasswordLink } from "@/lib/people/password-links"
import { sealingWords } from "@/lib/platform/sealing-words"
import { writeAsSystem } from "@/lib/platform/write"
import { databaseOrRefuse } from "./portal-database.mjs"

const zh = (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "")
  .toLowerCase()
  .startsWith("zh")
const say = (chinese: string, english: string) => console.log(zh ? chinese : english)

databaseOrRefuse()
const login = process.argv[2] ?? ""
const account =
  login === "" ? null : await accountByLogin(engine().read, login).catch(() => undefined)
if (account === undefined) {
  say(sealingWords.zh.none, sealingWords.en.none)
  process.exitCode = 2
} else if (!account || account.disabledAt) {
  say(
    `没有这个在职员工：${login}。用法：npm run reset -- 工号或邮箱`,
    `No active person has ${login || "no name"}. Use: npm run reset -- STAFF-NUMBER-OR-EMAIL`,
  )
  process.exitCode = 1
} else {
  const token = await writeAsSystem("reset", (ctx) => makePasswordLink(ctx, account.id, "reset"))
  say(
    `${account.name}（${account.staffNo}）设置新密码的链接，24 小时内有效，只能用一次：`,
    `Link that sets a new password for ${account.name} (${account.staffNo}), once, within 24 hours:`,
  )
  console.log(linkAddress(token))
}
await engine().close()
