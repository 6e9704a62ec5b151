import { on, type SampleMeeting } from "./telling"

const heads = "林默 何静 罗盘 段立 周舟 柯南星 高远 向阳 金朵 安然 运筹"

/** What the offices meet for: minutes in time, minutes late, what comes, what was called off. */
export const office: readonly SampleMeeting[] = [
  {
    ...{ key: "heads-1", title: "部门负责人例会", people: heads, host: "林默", noteTaker: "何静" },
    ...{ place: "白桦会议室", start: on(-7, "09:30"), lasts: 60, booked: on(-9, "17:00") },
    written: 110,
    absent: { 向阳: "拜访客户" },
    topics: [
      {
        ...{ title: "人手安排", goal: "定下借调和招聘", minutes: 25, took: 28, presenter: "何静" },
        points: [
          ["周舟", "压测缺一名测试，要借 3 周。"],
          ["安然", "午间客服只有 1 人，平均等 6 分钟。"],
        ],
        resolutions: [
          ["借调一名测试到研发部，为期 3 周", "何静", on(-5, "18:00"), 40],
          ["午间客服值班增加到 2 人", "安然", on(-3, "18:00"), "done"],
        ],
      },
      {
        ...{ title: "年终活动", goal: "定预算上限", minutes: 20, took: 19, presenter: "罗盘" },
        points: [["金朵", "去年每人 380 元，今年不超过 400 元。"]],
        resolutions: [
          ["年终活动预算交财务部核对", "运筹", on(2, "18:00"), "need_support"],
          ["新员工带教计划交人力资源部", "蒋浩然", on(-4, "18:00"), "done"],
        ],
      },
    ],
  },
  {
    ...{ key: "heads-2", follows: "heads-1", title: "部门负责人例会", people: heads },
    ...{ host: "林默", noteTaker: "何静", place: "白桦会议室", lasts: 60 },
    ...{ start: on(2, "09:30"), booked: on(-1, "17:20"), stays: "published" },
    weekly: { interval: 2 },
    answers: [
      ["何静", "yes"],
      ["周舟", "yes"],
      ["金朵", "yes"],
      ["高远", "maybe"],
      ["向阳", "no", "出差到周五"],
    ],
    topics: [
      { title: "十二月重点", goal: "每个部门三件事", minutes: 30, presenter: "林默" },
      { title: "假期值班", goal: "排出名单", minutes: 20, presenter: "罗盘" },
    ],
  },
  {
    ...{ key: "clients", title: "客户升级协调会", people: "安然 时雨 段立 梁音 南乔 韩书瑶" },
    ...{ host: "安然", noteTaker: "时雨", place: "线上" },
    ...{ start: on(-1, "16:00"), lasts: 45, booked: on(-3, "10:30"), stays: "ended" },
    late: ["南乔"],
    topics: [
      {
        ...{ title: "第一批客户的窗口", goal: "三家都定到小时", minutes: 25, took: 27 },
        ...{ presenter: "安然" },
        points: [["梁音", "远山科技只接受周六晚上。"]],
        resolutions: [["三家客户的联系人和电话汇总", "梁音", on(1, "12:00")]],
      },
      { title: "现场人员", goal: "每家两个人", minutes: 15, took: 16, presenter: "段立" },
    ],
  },
  {
    ...{
      key: "themes",
      title: "一季度版本主题评审",
      people: "柯南星 周舟 李安宁 尤俊杰 程可 苏苏",
    },
    ...{ host: "柯南星", noteTaker: "李安宁", place: "青松会议室" },
    ...{ start: on(1, "14:00"), lasts: 90, booked: on(-1, "10:00"), stays: "published" },
    answers: [
      ["李安宁", "yes"],
      ["尤俊杰", "yes"],
    ],
    topics: [
      { title: "客户反馈汇总", goal: "选出前五个主题", minutes: 40, presenter: "尤俊杰" },
      { title: "工作量估算", goal: "每个主题给出人天", minutes: 40, presenter: "程可" },
    ],
  },
  {
    ...{ key: "pressure", title: "压测机排期讨论", people: "柯南星 许诺 段立" },
    ...{ host: "柯南星", noteTaker: "许诺", place: "" },
    ...{ start: on(4, "15:00"), lasts: 30, booked: on(-1, "18:05"), stays: "draft" },
    topics: [{ title: "下周怎么排", goal: "", minutes: 20 }],
  },
  {
    ...{ key: "launch", title: "新品讲解稿走查", people: "高远 苏苏 柯南星 何博文" },
    ...{ host: "高远", noteTaker: "苏苏", place: "白桦会议室" },
    ...{ start: on(1, "10:00"), lasts: 60, booked: on(-2, "09:50") },
    stays: { cancelled: "演示环境周五才好，改到下周" },
    topics: [{ title: "逐页走一遍", goal: "定稿", minutes: 50, presenter: "苏苏" }],
  },
  {
    ...{ key: "budget", title: "十二月预算会", people: "金朵 林默 卫立夏", label: "财务" },
    ...{ host: "金朵", noteTaker: "卫立夏", place: "财务部小会议室" },
    ...{ start: on(-4, "15:00"), lasts: 60, booked: on(-6, "09:30"), written: 65 },
    topics: [
      {
        ...{ title: "各部门申报", goal: "定总额", minutes: 50, took: 54, presenter: "金朵" },
        points: [["金朵", "十二月申报合计超出上月 8%。"]],
        resolutions: [["十二月预算总额表发给林默", "卫立夏", on(-1, "18:00"), "done"]],
      },
    ],
  },
]
