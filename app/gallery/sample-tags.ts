import { fixedTags, type ShownTag, shownTag } from "@/lib/platform/fixed-tags"

export const sampleTags: ShownTag[] = [
  ...fixedTags.map(({ key }) => shownTag({ key, name: key }, "zh")),
  { name: "压测" },
  { name: "发布" },
]
