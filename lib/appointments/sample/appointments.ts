export interface SampleAppointment {
  who: string
  title: string
  place?: string
  /** Working days from today; an end on another day says so. */
  day: number
  until?: number
  from: string
  to: string
  rule?: string
  shows?: "busy" | "free"
  reminders?: number[]
}

const weekly = "FREQ=WORKDAYS"

export const sampleAppointments: readonly SampleAppointment[] = [
  {
    who: "Q016",
    title: "版本站会",
    day: -12,
    from: "09:30",
    to: "09:45",
    rule: weekly,
    reminders: [5],
  },
  { who: "Q016", title: "看接口联调结果", place: "青松", day: 0, from: "10:00", to: "11:00" },
  { who: "Q016", title: "整理验收问题", day: 0, from: "14:30", to: "16:00" },
  {
    who: "Q016",
    title: "与周舟一对一",
    place: "二楼 白桦",
    day: 1,
    from: "16:30",
    to: "17:00",
    reminders: [10, 60],
  },
  { who: "Q016", title: "写排期说明", day: 1, from: "14:00", to: "15:30" },
  {
    who: "Q016",
    title: "牙科复诊",
    place: "春晖口腔",
    day: 2,
    from: "11:00",
    to: "12:00",
    reminders: [60, 1_440],
  },
  { who: "Q016", title: "版本验收走查", place: "青松", day: 2, from: "15:00", to: "16:30" },
  { who: "Q016", title: "面试候选人", place: "线上", day: 3, from: "10:00", to: "11:00" },
  {
    who: "Q016",
    title: "读书会",
    place: "二楼 白桦",
    day: -2,
    from: "17:00",
    to: "18:00",
    shows: "free",
  },
  { who: "Q016", title: "客户问题回顾", day: -1, from: "14:00", to: "15:00" },
  {
    who: "Q010",
    title: "研发部周会准备",
    day: -10,
    from: "09:00",
    to: "09:30",
    rule: "FREQ=WEEKLY",
  },
  { who: "Q010", title: "架构方案推敲", day: 0, from: "10:00", to: "12:00" },
  { who: "Q010", title: "绩效面谈", place: "三楼 小会议室", day: 1, from: "13:30", to: "16:00" },
  {
    who: "Q010",
    title: "供应商来访",
    place: "接待室",
    day: 2,
    from: "10:00",
    to: "11:30",
    reminders: [30],
  },
  { who: "Q010", title: "与林默对预算", day: 3, from: "15:00", to: "16:00" },
  {
    who: "Q011",
    title: "专注写代码",
    day: -8,
    from: "09:00",
    to: "11:30",
    rule: "FREQ=WEEKLY;BYDAY=TU,TH",
  },
  { who: "Q011", title: "压测值守", day: 1, from: "14:00", to: "15:00" },
  {
    who: "Q011",
    title: "体检",
    place: "市一院",
    day: 4,
    from: "08:30",
    to: "11:00",
    reminders: [1_440],
  },
  { who: "Q001", title: "董事会材料", day: 0, from: "09:30", to: "11:30" },
  {
    who: "Q001",
    title: "走访远山科技",
    place: "远山科技",
    day: 2,
    from: "14:00",
    to: "17:00",
    reminders: [60, 1_440],
  },
  {
    who: "Q001",
    title: "月末复盘",
    day: -15,
    from: "16:00",
    to: "17:30",
    rule: "FREQ=MONTHLY;BYDAY=-1FR",
  },
  { who: "Q004", title: "备份恢复演练", day: 1, from: "10:00", to: "11:30", reminders: [30] },
  { who: "Q013", title: "部门培训", place: "二楼 白桦", day: 0, from: "14:00", to: "16:00" },
  {
    who: "Q013",
    title: "导师答疑",
    day: -9,
    from: "17:00",
    to: "17:30",
    rule: "FREQ=WEEKLY;BYDAY=MO,WE,FR",
  },
]

export const sampleColleagues: readonly (readonly [string, string])[] = [
  ["Q016", "Q010"],
  ["Q016", "Q011"],
  ["Q010", "Q011"],
  ["Q001", "Q010"],
]
