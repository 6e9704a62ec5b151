import { on, type SampleMeeting } from "./telling"

const team = "柯南星 许诺 周舟 石磊 段立 安然 陈晨 李安宁"

/** A series with its history, its meeting that runs now, and those that come by its rule. */
export const series: readonly SampleMeeting[] = [
  {
    ...{ key: "V3.2-1", title: "秋季版本 V3.2 周会", group: "秋季版本 V3.2", people: team },
    ...{ host: "柯南星", noteTaker: "许诺", place: "青松会议室" },
    ...{ start: on(-11, "10:00"), lasts: 60, booked: on(-13, "15:20"), written: 74 },
    late: ["石磊"],
    topics: [
      {
        ...{ title: "范围变更", goal: "定下进不进这一版", minutes: 25, took: 24 },
        ...{ presenter: "李安宁" },
        points: [
          ["李安宁", "客户提的批量改价和扫码入库，两件都要改接口。"],
          ["石磊", "扫码入库 3 天能做完，批量改价要 8 天。"],
          ["周舟", "批量改价放到 V3.3，这一版只做扫码入库。"],
        ],
        resolutions: [
          ["扫码入库接口说明发到项目组", "石磊", on(-9, "18:00"), "done"],
          ["通知 3 家客户批量改价改到 V3.3", "安然", on(-8, "12:00"), "done"],
        ],
      },
      {
        ...{ title: "压测准备", goal: "定下机器、数据和负责人", minutes: 30, took: 33 },
        ...{ presenter: "许诺" },
        points: [
          ["许诺", "两台压测机只有一台能用，另一台在等内存。"],
          ["段立", "内存周五到，装好要半天。"],
        ],
        resolutions: [
          ["V3.2 压测方案：500、2,000、5,000 三档", "许诺", on(-3, "18:00"), 60],
          ["第二台压测机换内存并通电 24 小时", "段立", on(-7, "18:00"), "done"],
        ],
      },
    ],
  },
  {
    ...{ key: "V3.2-2", follows: "V3.2-1", title: "秋季版本 V3.2 周会" },
    ...{ group: "秋季版本 V3.2", people: team, host: "柯南星", noteTaker: "许诺" },
    ...{ place: "青松会议室", start: on(-6, "10:00"), lasts: 60, booked: on(-8, "11:10") },
    written: 96,
    recorded: true,
    objected: {
      ...{
        by: "石磊",
        after: 95,
        what: "议题 1，许诺的要点",
        why: "散会前又复测通过 2 个，未通过是 17",
      },
      answered: { after: 140, outcome: "corrected", answer: "记录早了半小时，已按复测结果更正" },
    },
    corrected: {
      ...{ note: "更正第 2 轮未通过的用例数", after: 130 },
      points: [
        [
          "第 2 轮 415 个用例，未通过 19，其中 6 个在断网重连。",
          "第 2 轮 415 个用例，未通过 17，其中 6 个在断网重连，2 个已当场改好。",
        ],
      ],
    },
    outsiders: "王敏 wang.min@yuanshan.example",
    absent: { 陈晨: "去客户现场" },
    topics: [
      {
        ...{ title: "第 2 轮测试结论", goal: "定哪些问题必须改", minutes: 25, took: 31 },
        ...{ presenter: "许诺" },
        points: [
          ["许诺", "第 2 轮 415 个用例，未通过 19，其中 6 个在断网重连。"],
          ["石磊", "断网重连要改缓存的写法，今天能给出方案。"],
        ],
        resolutions: [
          ["断网重连的 6 个用例改好并复测", "石磊", on(-2, "18:00"), 80],
          ["压测数据脱敏后导入测试环境", "陈晨", on(-4, "18:00")],
        ],
      },
      {
        ...{ title: "现场升级安排", goal: "排出第一批客户", minutes: 25, took: 22 },
        ...{ presenter: "安然" },
        points: [
          ["安然", "11 家客户分 3 批，第一批 3 家都在华东。"],
          ["段立", "升级窗口只有周四晚上，每批要两个人。"],
          ["王敏", "远山科技周四 22:00 之后可以停机，最晚周五 6:00 恢复。"],
        ],
        resolutions: [
          ["第一批 3 家客户的升级日期书面确认", "安然", on(1, "12:00"), "need_support"],
          ["证书到期前 14 天提醒上线", "段立", on(-3, "18:00"), "done"],
          ["升级步骤写成一页，附回退条件", "韩书瑶", on(2, "18:00"), 30],
        ],
      },
    ],
  },
  {
    ...{ key: "V3.2-3", follows: "V3.2-2", title: "秋季版本 V3.2 发布评审" },
    ...{ group: "秋季版本 V3.2", people: `${team} 高远`, host: "柯南星", noteTaker: "许诺" },
    ...{ place: "青松会议室", start: { minutes: -24 }, lasts: 60, booked: on(-2, "15:40") },
    ...{ online: "https://meet.example/v32", outsiders: "王敏 wang.min@yuanshan.example" },
    stays: "live",
    answers: [
      ["周舟", "yes"],
      ["石磊", "yes"],
      ["段立", "yes"],
      ["安然", "yes"],
      ["李安宁", "maybe"],
      ["高远", "no", "请假，会后看纪要"],
    ],
    late: ["安然"],
    topics: [
      {
        ...{ title: "回归测试结论", goal: "确认能否进入发布", minutes: 15, took: 15 },
        ...{ presenter: "许诺" },
        points: [
          ["许诺", "第 3 轮通过 412，未通过 3，都在断网重连后重复建单。"],
          ["周舟", "3 个用例只影响离线超过 10 分钟的设备，不拦发布。"],
        ],
        resolutions: [
          ["V3.2 进入发布，断网重连的修复随 V3.2.1", "周舟", on(3, "18:00")],
          ["补 10 分钟以上离线的用例并跑完", "许诺", on(1, "18:00")],
        ],
      },
      {
        ...{ title: "发布窗口与回退方案", goal: "定发布时间，定回退条件与执行人", minutes: 20 },
        ...{ presenter: "石磊" },
        points: [
          ["石磊", "回退要 20 分钟，期间不能建单，须避开 08:00–20:00。"],
          ["柯南星", "远山科技周四盘点，不接受周四当天升级。"],
        ],
        resolutions: [["发布时间定为周四 22:00，远山科技改为周六 21:00", "柯南星", on(1, "17:00")]],
      },
      { title: "现场升级排期", goal: "排出 11 家客户的升级日期", minutes: 10, presenter: "安然" },
      { title: "新增风险", goal: "逐条定负责人，不展开讨论", minutes: 5, presenter: "柯南星" },
    ],
  },
  {
    ...{ key: "V3.2-4", follows: "V3.2-3", title: "秋季版本 V3.2 周会", group: "秋季版本 V3.2" },
    ...{ people: team, host: "柯南星", noteTaker: "许诺", place: "青松会议室", lasts: 60 },
    ...{ start: on(4, "10:00"), booked: on(-1, "16:10"), stays: "published" },
    ...{ weekly: { interval: 1, count: 6 }, outsiders: "王敏 wang.min@yuanshan.example" },
    answers: [
      ["许诺", "yes"],
      ["周舟", "yes"],
      ["石磊", "maybe"],
    ],
    topics: [
      { title: "发布后一周的问题", goal: "定哪些进 V3.2.1", minutes: 30, presenter: "许诺" },
      { title: "现场升级进度", goal: "确认下一批客户", minutes: 20, presenter: "安然" },
    ],
  },
]
