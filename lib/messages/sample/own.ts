/** What people arranged for themselves; nobody else hears of it. */
export const sampleOwn: readonly (
  | { who: string; place: string; does: "pin" | "mute" }
  | { who: string; place: string; drafts: string }
  | { who: string; place: string; later: string }
  | { who: string; place: string; keeps: string }
)[] = [
  { who: "柯南星", place: "秋季版本 V3.2", does: "pin" },
  { who: "周舟", place: "秋季版本 V3.2", does: "pin" },
  { who: "林默", place: "部门负责人", does: "pin" },
  { who: "周舟", place: "闲聊群", does: "mute" },
  { who: "石磊", place: "闲聊群", does: "mute" },
  { who: "林默", place: "报修与行政通知", does: "mute" },
  { who: "柯南星", place: "研发部与产品部", drafts: "3.3 的材料 {+1日} 前发出来，先说三件" },
  { who: "何静", place: "部门负责人", later: "{+2日} 的访谈从客服部开始，地点在三楼小会议室。" },
  { who: "柯南星", place: "产品部", later: "周会前请每人写一句：这周最想让用户少做的一步。" },
  { who: "柯南星", place: "秋季版本 V3.2", keeps: "接口变动" },
  { who: "柯南星", place: "远山科技", keeps: "升级时间客户同意了" },
  { who: "柯南星", place: "许诺—柯南星", keeps: "按客户看得到的程度" },
  { who: "周舟", place: "秋季版本 V3.2", keeps: "接口变动" },
  { who: "方圆", place: "闲聊群", keeps: "生日会" },
]
