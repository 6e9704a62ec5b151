import { SamplePane } from "@/app/gallery/sample-pane"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { AddChip, FilterChip } from "@/components/ui/chip"
import { Faces } from "@/components/ui/face"
import { IconButton } from "@/components/ui/icon-button"
import { KeyFooter } from "@/components/ui/key-footer"
import { ColumnHead, Group, ListRow } from "@/components/ui/list"
import { ListKeys } from "@/components/ui/list-keys"
import { ListLink } from "@/components/ui/list-link"
import { PageHead, Toolbar } from "@/components/ui/page-head"
import { PriorityBars } from "@/components/ui/priority-bars"
import { Progress } from "@/components/ui/progress"
import { Beside } from "@/components/ui/record-pane"
import { SegmentedLinks } from "@/components/ui/segmented"
import { StateChip } from "@/components/ui/state-chip"
import type { Tone } from "@/components/ui/tone"

const columns = "14px 14px minmax(0,1fr) 96px 96px 44px 96px"

const doing = [
  { title: "整理远山科技二期需求清单", home: "远山科技二期", percent: 80, due: "", late: true },
  { title: "出库单同步失败时的提示文案", home: "秋季版本 V3.2", percent: 60, due: "今天 17:00" },
  {
    title: "工单回复模板接入知识库：写验收条件",
    home: "XS20261103",
    percent: 30,
    due: "今天 18:00",
  },
]

export function SampleTasks() {
  return (
    <Beside
      list={
        <>
          <ListKeys group="列表" down="下一行" up="上一行" />
          <Head />
          <div className="min-h-0 flex-1 overflow-y-auto">
            <ColumnHead columns={columns}>
              <span className="col-start-3">任务名称</span>
              <span>所属项目/部门</span>
              <span>完成进度</span>
              <span>协办人</span>
              <span className="text-right">截止时间</span>
            </ColumnHead>
            <Group icon="hand" tone="support" title="需支持" count={1}>
              <Row
                title="V3.2 压测报告：再借 1 台压测机"
                home="秋季版本 V3.2"
                percent={45}
                due="今天 15:00"
                tone="support"
                selected
              />
            </Group>
            <Group icon="state-doing" tone="doing" title="进行中" count={3}>
              {doing.map((task) => (
                <Row key={task.title} {...task} tone={task.late ? "cinnabar" : "doing"} />
              ))}
            </Group>
          </div>
          <KeyFooter keys={[{ keys: ["J", "K"], word: "上下" }]}>3 项今天未更新</KeyFooter>
        </>
      }
    >
      <SamplePane />
    </Beside>
  )
}

function Head() {
  return (
    <>
      <PageHead
        title="任务"
        tabsLabel="已存视图"
        tabs={[
          { href: "?view=frame", label: "我负责的", count: 12, current: true },
          { href: "?view=frame&tab=co", label: "我协办的", count: 5 },
        ]}
      >
        <Button tone="primary" icon="plus">
          新建任务
        </Button>
      </PageHead>
      <Toolbar
        aside={
          <>
            <SegmentedLinks
              label="视图"
              current="list"
              options={[
                { value: "list", label: "列表", icon: "list", href: "?view=frame" },
                { value: "board", label: "看板", icon: "kanban", href: "?view=frame&as=board" },
              ]}
            />
            <IconButton icon="sliders-horizontal" label="分组与排序" />
            <IconButton icon="download" label="导出" />
          </>
        }
      >
        <FilterChip field="负责人" value="柯南星" without="?" removeLabel="去掉负责人" />
        <AddChip icon="list-filter">筛选</AddChip>
      </Toolbar>
    </>
  )
}

function Row({
  title,
  home,
  percent,
  due,
  late = false,
  tone,
  selected,
}: {
  title: string
  home: string
  percent: number
  due: string
  late?: boolean
  tone: Tone
  selected?: boolean
}) {
  return (
    <ListRow
      columns={columns}
      selected={selected}
      className="max-md:flex max-md:flex-wrap max-md:py-2.5"
    >
      <Checkbox aria-label={`选择 ${title}`} className="z-1 max-md:hidden" />
      <span className="max-md:hidden">
        <PriorityBars level="high" label="高" />
      </span>
      <ListLink href="?view=frame" current={selected} className="max-md:w-full">
        {title}
      </ListLink>
      <span className="truncate text-meta text-ink-3">{home}</span>
      <Progress percent={percent} tone={tone} />
      <span className="max-md:hidden">
        <Faces
          locale="zh"
          people={[
            { id: 5, name: "许诺" },
            { id: 6, name: "陈晨" },
          ]}
          size={20}
          most={2}
        />
      </span>
      <span className="flex justify-end text-meta max-md:ml-auto">
        {late ? (
          <StateChip icon="state-late" tone="cinnabar" fill="wash" title="11月23日 18:00">
            已逾期 1 天
          </StateChip>
        ) : (
          <time>{due}</time>
        )}
      </span>
    </ListRow>
  )
}
