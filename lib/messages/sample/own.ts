/** What people arranged for themselves; nobody else hears of it. */
export const sampleOwn: readonly (
  | { who: string; place: string; does: "pin" | "mute" }
  | { who: string; place: string; drafts: string }
  | { who: string; place: string; later: string }
)[] = [
  { who: "柯南星", place: "秋季版本 V3.2", does: "pin" },
  { who: "周舟", place: "秋季版本 V3.2", does: "pin" },
  { who: "林默", place: "部门负责人", does: "pin" },
  { who: "周舟", place: "闲聊群", does: "mute" },
  { who: "石磊", place: "闲聊群", does: "mute" },
  { who: "林默", place: "报修与行政通知", does: "mute" },
  { who: "柯南星", place: "研发部与产品部", drafts: "3.3 的材料 {+1日} 前发出来，先说三件" },
  { who: "何静", place: "部门负责人", later: "{+2日} 的访谈从客服部开始，地点在三楼小会议室。" },
]
