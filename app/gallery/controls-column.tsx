import { Line, Part } from "@/app/gallery/part"
import { SampleDates, SamplePicker, SampleSlider } from "@/app/gallery/sample-fields"
import { sampleTags } from "@/app/gallery/sample-tags"
import { SampleWriting } from "@/app/gallery/sample-writing"
import { Button } from "@/components/ui/button"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { AddChip, FilterChip } from "@/components/ui/chip"
import { ClockChip } from "@/components/ui/clock-chip"
import { FormError } from "@/components/ui/form-error"
import { FormFoot } from "@/components/ui/form-foot"
import { FormKey } from "@/components/ui/form-key"
import { IconButton } from "@/components/ui/icon-button"
import { InputField } from "@/components/ui/input"
import { PriorityBars } from "@/components/ui/priority-bars"
import { Progress } from "@/components/ui/progress"
import { Ring } from "@/components/ui/ring"
import { Segmented, SegmentedLinks } from "@/components/ui/segmented"
import { SelectField } from "@/components/ui/select"
import { StateChip } from "@/components/ui/state-chip"
import { Tag } from "@/components/ui/tag"
import { TextareaField } from "@/components/ui/textarea"

export function ControlsColumn() {
  return (
    <div>
      <Part title="按钮">
        <Line>
          <Button tone="primary" size="m">
            发布
          </Button>
          <Button size="m">保存</Button>
          <Button tone="quiet" size="m">
            取消
          </Button>
          <Button tone="danger" size="m">
            删除
          </Button>
          <Button tone="primary" size="m" disabled>
            发送
          </Button>
        </Line>
        <Line>
          <Button tone="primary" icon="plus">
            新建任务
          </Button>
          <Button icon="download">导出</Button>
          <IconButton icon="ellipsis" label="更多" />
          <Button disabled>不可用</Button>
          <SegmentedLinks
            label="视图"
            current="list"
            options={[
              { value: "list", label: "列表", href: "?" },
              { value: "board", label: "看板", href: "?view=board" },
            ]}
          />
        </Line>
      </Part>
      <States />
      <Part title="筛选">
        <Line>
          <FilterChip field="负责人" value="柯南星" without="?" removeLabel="去掉负责人" />
          <FilterChip field="截止时间" value="12月15日前" without="?" removeLabel="去掉截止时间" />
          <AddChip icon="list-filter">筛选</AddChip>
        </Line>
      </Part>
      <Fields />
    </div>
  )
}

function States() {
  return (
    <Part title="状态：有底色的，等人处理">
      <div className="flex flex-wrap gap-x-5 gap-y-2.5">
        <StateChip icon="state-todo">未开始</StateChip>
        <StateChip icon="state-doing" tone="doing">
          进行中
        </StateChip>
        <StateChip icon="state-done" tone="done">
          已完成
        </StateChip>
        <StateChip icon="hand" tone="support" fill="wash">
          需支持
        </StateChip>
        <StateChip icon="state-late" tone="cinnabar" fill="wash">
          已逾期
        </StateChip>
        <StateChip icon="zap" tone="cinnabar" fill="solid">
          紧急
        </StateChip>
        <StateChip icon="globe" tone="outside" fill="wash">
          外部沟通
        </StateChip>
        <ClockChip>剩 1 小时 35 分</ClockChip>
        <ClockChip state="urgent">剩 11:42</ClockChip>
        <ClockChip state="over">已超时 5 分</ClockChip>
        <span className="flex items-center gap-1.5 text-meta">
          <PriorityBars level="high" />高
          <PriorityBars level="medium" />中
          <PriorityBars level="low" />低
        </span>
        <Progress percent={45} tone="support" label="完成进度" />
        <Progress percent={100} tone="done" label="完成进度" />
        <span className="flex items-center gap-1.5 text-meta text-ink-2">
          <Ring left={0.6} />3 小时
          <Ring left={0.2} />1 小时
          <Ring left={0.8} urgent />
          11:42
        </span>
      </div>
    </Part>
  )
}

function Fields() {
  return (
    <Part title="字段">
      <form className="space-y-4">
        <InputField name="title" label="任务名称" defaultValue="写出回退步骤与触发条件" />
        <InputField
          name="late"
          label="截止时间"
          defaultValue="11月21日 18:00"
          error="截止时间已过，请选今天 10:18 之后"
        />
        <SamplePicker />
        <SampleDates />
        <SelectField name="playbook" label="应急预案" hint="将拉入 6 人，15 分钟计时从现在开始">
          <option>客户系统故障</option>
        </SelectField>
        <TextareaField
          name="text"
          label="任务描述"
          defaultValue="逐项写明执行人、用时、失败怎么办。"
        />
        <SampleWriting />
        <Line>
          {sampleTags.map((tag) => (
            <Tag key={tag.name} tag={tag} />
          ))}
        </Line>
        <Segmented
          name="priority"
          label="优先级"
          defaultValue="high"
          options={[
            { value: "high", label: "高", icon: "priority-high" },
            { value: "medium", label: "中" },
            { value: "low", label: "低" },
          ]}
        />
        <SampleSlider />
        <Line>
          <CheckboxLabel name="again" defaultChecked>
            继续新建
          </CheckboxLabel>
          <CheckboxLabel name="b">没有勾</CheckboxLabel>
          <CheckboxLabel name="c" defaultChecked disabled>
            不能关闭
          </CheckboxLabel>
        </Line>
        <FormError>还差 2 处：任务名称、截止时间。</FormError>
        <FormKey seed="gallery" />
        <FormFoot label="保存" saved="已保存" sending={false} done />
      </form>
    </Part>
  )
}
