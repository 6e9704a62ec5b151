import { on, type SampleGroup } from "./telling"

export const departments: readonly SampleGroup[] = [
  ["产品部", "柯南星", "周会在周一 16:00，议题提前一天发在这里。"],
  ["研发部", "周舟", "全研发的事在这里说，各组的事到各组的群里说。"],
  ["市场部", "高远", "投放、活动和物料。"],
  ["客服部", "安然", "交接班和当天要盯的客户。"],
  ["技术支持部", "段立", "排班、现场和备件。"],
  ["人力资源部", "何静", ""],
].map(([department = "", by = "", about = ""], nth) => ({
  kind: "department" as const,
  name: "",
  about,
  made: on(-19, `14:${10 + nth * 5}`),
  by,
  members: [],
  department,
}))

export const others: readonly SampleGroup[] = [
  {
    kind: "client",
    name: "远山科技",
    about: "远山科技的日常问题与现场，客户说的话由梁音转到这里。",
    made: on(-18, "10:40"),
    by: "安然",
    members: "梁音 柯南星 段立 时雨 韩书瑶 向阳".split(" "),
    onCall: ["段立", "时雨"],
    announcements: [
      {
        at: on(-18, "10:55"),
        by: "安然",
        topic: "远山科技：7×24 现场支持",
        body: "合同约定 30 分钟内响应，所以紧急消息 10 分钟内要有人接。接了就在消息下回复，写明谁在处理、多久给下一次进展。",
        ordinaryMinutes: 60,
        urgentMinutes: 10,
        read: [
          ["梁音", 3],
          ["段立", 8],
          ["韩书瑶", 14],
          ["时雨", 20],
          ["柯南星", 55],
          ["向阳", 130],
        ],
      },
    ],
  },
  {
    kind: "client",
    name: "青禾零售",
    about: "青禾零售的回访、续约和门店问题。",
    made: on(-16, "09:50"),
    by: "向阳",
    members: "安然 南乔 王明哲 褚晓峰 柯南星".split(" "),
    managers: ["南乔"],
  },
  {
    kind: "incident",
    name: "出库单同步失败",
    about: "远山科技 3 号仓，出库单不再同步。",
    made: { minutesAgo: 2.6 },
    by: "段立",
    members: "安然 石磊 陈晨 韩书瑶 柯南星 周舟".split(" "),
    onCall: ["段立"],
  },
  {
    kind: "casual",
    name: "午饭与羽毛球",
    about: "周四晚打球，中午拼饭。",
    made: on(-17, "12:20"),
    by: "程可",
    joinRule: "open",
    members: "赵子墨 杨云帆 魏景行 苏苏 许诺 柯南星 石磊 沈若溪 何静".split(" "),
    comings: [
      { at: on(-8, "12:41"), who: "石磊", does: "leave" },
      { at: on(-6, "12:15"), who: "方圆", does: "join" },
      { at: on(-2, "12:30"), who: "新禾", does: "join" },
    ],
  },
  {
    kind: "casual",
    name: "读书会",
    about: "每月一本，最后一个周五下班后聊。",
    made: on(-13, "18:05"),
    by: "何静",
    joinRule: "request",
    members: "李安宁 金朵 冯知夏 严婉清 苏苏".split(" "),
  },
]
