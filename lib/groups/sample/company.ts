import { projects } from "./projects"
import { departments, others } from "./standing"
import { type Moment, on, type SampleGroup } from "./telling"

export const sampleGroups: readonly SampleGroup[] = [...projects, ...departments, ...others]

/** Private chats: who began them, with whom. */
export const sampleChats: readonly { at: Moment; by: string; with: readonly string[] }[] = [
  { at: on(-17, "15:12"), by: "许诺", with: ["柯南星"] },
  { at: on(-15, "09:32"), by: "何静", with: ["柯南星"] },
  { at: on(-14, "11:05"), by: "周舟", with: ["石磊"] },
  { at: on(-11, "17:20"), by: "林默", with: ["何静"] },
  { at: on(-10, "10:48"), by: "时雨", with: ["安然"] },
  { at: on(-7, "14:02"), by: "方圆", with: ["程可"] },
  { at: on(-5, "16:37"), by: "柯南星", with: ["安然", "段立"] },
  { at: on(-3, "09:15"), by: "梁音", with: ["柯南星"] },
]
