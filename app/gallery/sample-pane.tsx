import { SampleSlider } from "@/app/gallery/sample-fields"
import { sampleStates } from "@/app/gallery/sample-states"
import { Face, NamedFace } from "@/components/ui/face"
import { FieldRow, FieldRows } from "@/components/ui/field-row"
import { IconButton } from "@/components/ui/icon-button"
import { PriorityBars } from "@/components/ui/priority-bars"
import { RecordPane } from "@/components/ui/record-pane"
import { RuledNote, Section } from "@/components/ui/section"
import { StateSegmented } from "@/components/ui/state-segmented"
import { Textarea } from "@/components/ui/textarea"
import { Timeline, TimelineRow } from "@/components/ui/timeline"

export function SamplePane() {
  return (
    <RecordPane
      label="任务"
      close={{ href: "/gallery", label: "回到列表" }}
      path="任务 / 秋季版本 V3.2"
      actions={
        <>
          <IconButton icon="link" label="复制链接" />
          <IconButton icon="maximize-2" label="打开整页" />
          <IconButton icon="ellipsis" label="更多操作" />
        </>
      }
      foot={
        <Textarea
          aria-label="写评论"
          placeholder="写评论，@ 提及时写明事由"
          rows={1}
          className="min-h-10 resize-none py-2"
        />
      }
    >
      <h2 className="text-title">V3.2 压测报告：再借 1 台压测机</h2>
      <form className="mt-2.5">
        <StateSegmented name="state" label="当前状态" parts={sampleStates} value="need_support" />
      </form>
      <FieldRows>
        <FieldRow label="截止时间">
          <strong>今天 15:00</strong>
          <span className="text-ink-2">还有 4 小时 42 分</span>
        </FieldRow>
        <FieldRow label="负责人">
          <NamedFace person={{ id: 5, name: "柯南星" }} />
        </FieldRow>
        <FieldRow label="协办人">
          <Face person={{ id: 2, name: "许诺" }} size={20} />
          许诺
        </FieldRow>
        <FieldRow label="优先级">
          <PriorityBars level="high" />高
        </FieldRow>
        <FieldRow label="完成进度">
          <SampleSlider />
        </FieldRow>
      </FieldRows>
      <Section size="small" title="风险说明">
        <RuledNote>
          压测机只有 2 台，跑完 5,000 并发要 9 小时。今天 13:00 前借不到第 3 台，报告推到 11月25日
          11:00。
        </RuledNote>
      </Section>
      <Section size="small" title="动态">
        <Timeline>
          <TimelineRow person={{ id: 12, name: "段立" }} when="10:08">
            技术支持部可借 1 台，14:00 送到机房
          </TimelineRow>
          <TimelineRow person={{ id: 5, name: "柯南星" }} when="09:41">
            状态改为需支持，已通知研发部、技术支持部
          </TimelineRow>
        </Timeline>
      </Section>
    </RecordPane>
  )
}
