import type { PersonOption } from "@/components/ui/people-option"

export const samplePeople: PersonOption[] = [
  { id: 1, name: "石磊", pinyin: "shi lei", department: "后端组组长", aside: "进行中 4 项" },
  { id: 2, name: "时雨", pinyin: "shi yu", department: "客服部", aside: "进行中 2 项" },
  {
    id: 3,
    name: "施望舒",
    pinyin: "shi wang shu",
    department: "华南区销售部",
    aside: "请假到 11月25日",
  },
  { id: 4, name: "周舟", pinyin: "zhou zhou", department: "研发部" },
  { id: 5, name: "许诺", pinyin: "xu nuo", department: "测试组" },
  { id: 6, name: "陈晨", pinyin: "chen chen", department: "运维组" },
  { id: 7, name: "Lin Mo", pinyin: "lin mo", department: "产品部" },
]
