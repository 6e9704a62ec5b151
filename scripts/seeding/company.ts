import { db } from "@/db/engine"
import { importStaff } from "@/lib/people/importing"
import { existingStaff } from "@/lib/people/staff-book"
import type { StaffRow } from "@/lib/people/staff-file"
import { checkStaffRows } from "@/lib/people/staff-rows"
import { writeAsSystem } from "@/lib/platform/write"
import type { Dice } from "./dice"

const surnames = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜"]
const given = [
  ..."子墨一诺景行安宁天佑雨桐明哲知夏晓峰立浩然若溪书瑶云帆乐山思远俊杰博文望舒佳怡清嘉",
]
const branches = [
  "研发",
  "产品",
  "市场",
  "销售",
  "客服",
  "运营",
  "行政",
  "财务",
  "人力",
  "技术支持",
] as const

/** Staff numbers begin with S, so that a large company can be put beside the sample one. */
const numberOf = (i: number): string => `S${String(i).padStart(5, "0")}`

/** Twelve or so people to a team; its first is the head, the branch's first leads them. */
function personRow(i: number, teams: number, { below, chance }: Dice): StaffRow {
  const team = i % teams
  const branch = branches[team % branches.length] ?? branches[0]
  const letter = (among: readonly string[]) => among[below(among.length)] ?? ""
  const head = i < teams
  return {
    row: i + 2,
    cells: {
      staffNo: numberOf(i),
      name: letter(surnames) + letter(given) + letter(given),
      email: `s${i}@seed.qibu.example`,
      phone: String(13_000_000_000 + i),
      department: `${branch}中心/${branch}${Math.floor(team / branches.length) + 1}组`,
      post: head ? "组长" : "专员",
      manager: head ? "" : numberOf(team),
      isHead: head ? "是" : "否",
      level: head ? "管理员" : chance(0.25) ? "仅查看" : "可编辑",
      hiredOn: `20${10 + (i % 16)}-0${1 + (i % 9)}-15`,
      status: "在职",
    },
  }
}

/** So many people, through the import that HR uses. */
export async function seedCompany(people: number, roll: Dice): Promise<void> {
  const teams = Math.max(branches.length, Math.floor(people / 12))
  const rows = Array.from({ length: people }, (_, i) => personRow(i, teams, roll))
  const checked = checkStaffRows(rows, await existingStaff(db()))
  await writeAsSystem("seed", (ctx) => importStaff(ctx, checked, { fileName: "seed.csv" }))
}
