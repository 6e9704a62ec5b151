/** Outsiders of the sample company: who lets them in to what, since when, until when. */
export interface SampleGuest {
  name: string
  organisation: string
  purpose: string
  /** Who invites, so many working days ago. */
  by: string
  days: number
  /** A group, or a client whose tickets they hand in. */
  group?: string
  client?: string
  may: "view" | "upload" | "talk"
  /** Days from today. */
  lasts: number
  /** What the guest said, working days ago. */
  said?: readonly { days: number; clock: string; body: string }[]
}

/** What staff say where these guests read along, and what they chose when it was stopped. */
export const sampleStops: readonly {
  by: string
  days: number
  clock: string
  group: string
  outward: "mask" | "ask"
  body: string
  reason: string
}[] = [
  {
    ...{ by: "安然", days: -1, clock: "17:40", group: "远山科技", outward: "mask" },
    body: "当晚现场找老王，电话 13916527788，他有机房的钥匙。",
    reason: "",
  },
  {
    ...{ by: "南乔", days: -1, clock: "16:05", group: "青禾零售", outward: "ask" },
    body: "两次培训可以都放在上午。按补充协议，第二季度的合同金额 86,000 元不变，场地由我们出。",
    reason: "金额已经在双方签字的补充协议里，对方要转给财务",
  },
]

export const sampleGuests: readonly SampleGuest[] = [
  {
    ...{ name: "顾远", organisation: "远山科技 信息部", purpose: "3 号仓升级期间的现场沟通" },
    ...{ by: "安然", days: -3, group: "远山科技", may: "talk", lasts: 6 },
    said: [
      { days: -2, clock: "10:08", body: "新来的信息部同事下周一到岗，之后由他接手对接。" },
      { days: -1, clock: "17:12", body: "升级当晚我们留两个人在 3 号仓，有事直接在这里说。" },
    ],
  },
  {
    ...{ name: "江以宁", organisation: "青禾零售 运营部", purpose: "门店回访和季度培训" },
    ...{ by: "南乔", days: -5, group: "青禾零售", may: "talk", lasts: 2 },
    said: [{ days: -1, clock: "15:20", body: "培训想放在第二周，两次都在上午可以吗？" }],
  },
  {
    ...{ name: "陆知行", organisation: "远山科技 接口组", purpose: "二期接口文档查阅" },
    ...{ by: "石磊", days: -2, group: "远山科技二期", may: "upload", lasts: 12 },
  },
  {
    ...{ name: "沈乐", organisation: "联图测绘", purpose: "查看二期的仓库图纸" },
    ...{ by: "梁音", days: -1, group: "远山科技二期", may: "view", lasts: 20 },
  },
  {
    ...{ name: "何以舟", organisation: "远山科技 信息部", purpose: "提交和跟进工单" },
    ...{ by: "梁音", days: -42, client: "杭州远山科技有限公司", may: "talk", lasts: 12 },
  },
  {
    ...{ name: "贺兰", organisation: "钱塘冷链 信息组", purpose: "提交和跟进工单" },
    ...{ by: "梁音", days: -42, client: "杭州钱塘冷链物流有限公司", may: "talk", lasts: 9 },
  },
]
