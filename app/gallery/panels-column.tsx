import { Line, Part } from "@/app/gallery/part"
import { SampleDialog, SampleMenu, SampleToast } from "@/app/gallery/sample-layers"
import { Banner } from "@/components/ui/banner"
import { Button } from "@/components/ui/button"
import { Card, LockedCard } from "@/components/ui/card"
import { Face, Faces, NamedFace } from "@/components/ui/face"
import { FileName } from "@/components/ui/file-name"
import { Icon } from "@/components/ui/icon"
import { iconNames } from "@/components/ui/icon-names"
import { Prediction } from "@/components/ui/prediction"
import { Reason } from "@/components/ui/reason"
import { RuledNote } from "@/components/ui/section"
import { DeviceRow, MatrixHead, MatrixRow } from "@/components/ui/settings-row"
import { ShownLink } from "@/components/ui/shown-link"
import { StateChip } from "@/components/ui/state-chip"
import { Check, Steps } from "@/components/ui/steps"

const people = [
  { id: 11, name: "陈晨" },
  { id: 12, name: "段立" },
  { id: 13, name: "安可" },
  { id: 14, name: "高远" },
]

export function PanelsColumn() {
  return (
    <div>
      <Part title="对话框、菜单、提示">
        <Line>
          <SampleDialog />
          <SampleMenu />
          <SampleToast />
        </Line>
      </Part>
      <Part title="卡片">
        <div className="space-y-1.5">
          <Card
            href="?"
            icon="presentation"
            title="秋季版本 V3.2 发布评审"
            meta="11月24日 11:00–12:00　青松会议室"
            state={
              <StateChip icon="state-doing" tone="doing">
                进行中
              </StateChip>
            }
          />
          <LockedCard>你没有查看这项内容的权限</LockedCard>
          <div className="w-60 border-b border-line-soft py-2 text-control">
            <FileName>2026-第四季度-远山科技-仓储系统集成方案-v12.pdf</FileName>
          </div>
          <ShownLink
            link="https://qibu.example/password/8SKAao14uIOrxN7"
            words={{ link: "链接只显示这一次：", copy: "复制链接", copied: "已复制" }}
          />
        </div>
      </Part>
      <Part title="人">
        <Line>
          <Face person={{ id: 1, name: "周舟" }} size={32} />
          <Face person={{ id: 2, name: "许诺" }} size={28} />
          <Face person={{ id: 3, name: "石磊" }} size={24} />
          <Face person={{ id: 7, name: "Lin Mo" }} size={32} />
          <Face person={{ id: 4, name: "安然" }} size={20} />
          <Faces people={people} locale="zh" size={24} most={4} />
          <Faces people={people} locale="zh" />
          <NamedFace person={{ id: 5, name: "柯南星" }} />
        </Line>
      </Part>
      <Part title="提示条">
        <div className="space-y-2">
          <Banner>外部沟通里有 1 个手机号。已改为 138****5678，原文不会发出。</Banner>
          <Banner tone="cinnabar">会议纪要已超时 2 小时。</Banner>
          <Banner tone="accent">门户已更新，刷新后继续。</Banner>
          <Prediction late>按现在的速度明天 09:00 完成，晚 18 小时</Prediction>
          <Prediction>按现在的速度今天 16:20 完成</Prediction>
          <Reason label="事由">定是否回退到 V3.1.6，10:30 前答复现场</Reason>
          <RuledNote>压测机只有 2 台，跑完 5,000 并发要 9 小时。</RuledNote>
        </div>
      </Part>
      <Settings />
      <Part title="图标">
        <div className="flex flex-wrap gap-2 text-ink-2">
          {iconNames.map((name) => (
            <span key={name} title={name}>
              <Icon name={name} />
            </span>
          ))}
        </div>
      </Part>
    </div>
  )
}

function Settings() {
  return (
    <>
      <Part title="设置行">
        <ul>
          <DeviceRow
            icon="monitor"
            name="Windows，Edge 浏览器"
            place="上海，10.2.14.33"
            when="现在"
            action={
              <StateChip icon="check" tone="done">
                本机
              </StateChip>
            }
          />
          <DeviceRow
            icon="smartphone"
            name="iPhone，Safari 浏览器"
            place="上海，移动网络"
            when="今天 08:12"
            action={<Button>退出登录</Button>}
          />
        </ul>
        <MatrixHead columns={["门户", "推送", "邮件"]} />
        <MatrixRow
          title="紧急消息"
          note="昼夜都会送达，不能关闭"
          cells={[
            { name: "u1", label: "紧急消息，门户", checked: true, fixed: true },
            { name: "u2", label: "紧急消息，推送", checked: true, fixed: true },
            { name: "u3", label: "紧急消息，邮件", checked: false },
          ]}
        />
      </Part>
      <Part title="步骤">
        <div className="bg-paper py-2">
          <Steps
            label="首次设置"
            steps={[
              { title: "公司", note: "栖木软件，上海", state: "done" },
              { title: "管理员", state: "current" },
              { title: "导入员工", note: "可以以后再做", state: "ahead" },
            ]}
          />
        </div>
        <ul className="mt-2">
          <Check state="met">不少于 12 个字符</Check>
          <Check state="broken">不能含有「qimu」</Check>
          <Check state="open">与最近 5 个密码都不同</Check>
        </ul>
      </Part>
    </>
  )
}
