import type { StatePart } from "@/components/ui/state-segmented"

export const sampleStates: StatePart[] = [
  { value: "todo", label: "未开始", icon: "state-todo", tone: "quiet" },
  { value: "doing", label: "进行中", icon: "state-doing", tone: "doing" },
  { value: "need_support", label: "需支持", icon: "hand", tone: "support" },
  { value: "done", label: "已完成", icon: "state-done", tone: "done" },
]
