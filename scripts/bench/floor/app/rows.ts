/** Fifty tasks as the portal's list shows them, made once and kept in memory. */
export interface Row {
  id: number
  name: string
  high: boolean
  home: string
  progress: number
  helping: { id: number; letter: string; name: string }[]
  due: string
  instant: string
}

const homes = ["研发1组", "产品2组", "市场1组", "客服3组"]
const names = ["赵子墨", "钱一诺", "孙景行", "李安宁", "周天佑"]

const helpers = (n: number) =>
  Array.from({ length: n % 4 }, (_, i) => {
    const name = names[(n + i) % names.length] ?? ""
    return { id: n + i, name, letter: name.slice(-1) }
  })

export const rows: Row[] = Array.from({ length: 50 }, (_, n) => ({
  id: 50_000 + n,
  name: `核对报表导出 第 ${50_000 + n} 号`,
  high: n % 3 === 0,
  home: homes[n % homes.length] ?? "",
  progress: (n * 7) % 100,
  helping: helpers(n),
  due: `${1 + (n % 12)}月${1 + (n % 28)}日`,
  instant: new Date(1_790_000_000_000 + n * 86_400_000).toISOString(),
}))
