"use client"

import { samplePeople } from "@/app/gallery/sample-people"
import { sampleTags } from "@/app/gallery/sample-tags"
import { DateTimeField } from "@/components/ui/date-time-field"
import { PeoplePicker } from "@/components/ui/people-picker"
import { ProgressSlider } from "@/components/ui/progress-slider"
import { TagList } from "@/components/ui/tag-list"

async function search(query: string) {
  const letters = (text: string) => text.replaceAll(" ", "")
  return samplePeople.filter(
    (person) => person.name.includes(query) || letters(person.pinyin).includes(letters(query)),
  )
}

export function SamplePicker() {
  return (
    <PeoplePicker
      name="owner"
      label="负责人"
      multiple
      search={search}
      defaultPeople={[{ id: 1, name: "石磊" }]}
      words={{
        placeholder: "姓名、拼音或首字母",
        remove: "移除",
        choose: "选择",
        confirm: "确定",
        none: "没有这个人",
        note: "本组成员在前",
      }}
    />
  )
}

export function SampleDates() {
  return (
    <DateTimeField
      name="due"
      label="截止时间"
      defaultValue="2026-11-25T12:00"
      picksLabel="快捷时间"
      picks={[
        { label: "今天 18:00", value: "2026-11-24T18:00" },
        { label: "明天 12:00", value: "2026-11-25T12:00", sentence: "周三，还有 9 个工作小时" },
        { label: "周五 18:00", value: "2026-11-27T18:00" },
      ]}
    />
  )
}

export function SampleSlider() {
  return <ProgressSlider name="progress" label="完成进度" defaultValue={45} tone="support" />
}

export function SampleTagList() {
  return (
    <div className="relative h-69 w-75">
      <TagList
        {...{ id: "sample-tags", label: "标签", tags: sampleTags, above: false }}
        current={sampleTags[0]}
        choose={() => undefined}
      />
    </div>
  )
}
