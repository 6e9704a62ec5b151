import { Part } from "@/app/gallery/part"
import { sampleStates } from "@/app/gallery/sample-states"
import { Button } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { KeyFooter } from "@/components/ui/key-footer"
import { PageHead } from "@/components/ui/page-head"
import { SkeletonRows } from "@/components/ui/skeleton"
import { StateSegmented } from "@/components/ui/state-segmented"
import { Timeline, TimelineRow } from "@/components/ui/timeline"

export function RowsColumn() {
  return (
    <div>
      <Part title="空状态">
        <div className="-mx-gutter">
          <Empty
            title="没有等我回复的消息"
            action={<Button icon="message-square">查看全部消息</Button>}
          >
            有人 @ 你并写明事由时，会连同时限出现在这里。
          </Empty>
        </div>
      </Part>
      <Part title="加载中">
        <SkeletonRows rows={4} label="正在加载" />
      </Part>
      <Part title="字号">
        <p className="text-display">
          <time>11月24日</time> 星期二
        </p>
        <p className="text-title">秋季版本发布评审</p>
        <p className="text-panel">议题 3　发布窗口与回退方案</p>
        <p className="text-prose">正文 14/22：远山科技周四盘点，不接受周四当天升级。</p>
        <p className="text-control">控件 13/20：按状态分组，按截止时间排序</p>
        <p className="text-meta text-ink-3">说明 12/16：许诺 09:02 更新，第 4 版</p>
        <p className="text-timer">09:41</p>
      </Part>
      <Part title="状态切换">
        <form>
          <StateSegmented name="state" label="当前状态" parts={sampleStates} value="need_support" />
        </form>
      </Part>
      <Part title="动态">
        <Timeline>
          <TimelineRow person={{ id: 12, name: "段立" }} when="10:08">
            技术支持部可借 1 台，14:00 送到机房
          </TimelineRow>
          <TimelineRow person={{ id: 5, name: "柯南星" }} when="09:41">
            状态改为需支持，已通知研发部、技术支持部
          </TimelineRow>
          <TimelineRow when="08:00" note="截止前 2 小时">
            已提醒负责人
          </TimelineRow>
        </Timeline>
      </Part>
      <Part title="页头与页脚">
        <PageHead
          title="任务"
          tabsLabel="已存视图"
          tabs={[
            { href: "?", label: "我负责的", count: 12, current: true },
            { href: "?view=b", label: "我协办的", count: 5 },
          ]}
        />
        <KeyFooter
          keys={[
            { keys: ["J", "K"], word: "上下" },
            { keys: ["E"], word: "编辑" },
          ]}
        >
          3 项今天未更新
        </KeyFooter>
      </Part>
    </div>
  )
}
