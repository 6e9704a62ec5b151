import { Line, Part } from "@/app/gallery/part"
import { SampleTagList } from "@/app/gallery/sample-fields"
import { BesideTree } from "@/components/ui/beside-tree"
import { ExportList } from "@/components/ui/export-list"
import { FilterBar } from "@/components/ui/filter-bar"
import { ListPages } from "@/components/ui/list-pages"
import { Options } from "@/components/ui/options"
import { SelectField } from "@/components/ui/select"
import { SideNav } from "@/components/ui/side-nav"

const departments = [
  { key: 1, href: "?", name: "栖木软件", count: 120, depth: 0, current: false },
  { key: 2, href: "?department=2", name: "研发部", count: 46, depth: 1, current: true },
  { key: 3, href: "?department=3", name: "平台组", count: 12, depth: 2, current: false },
  { key: 4, href: "?department=4", name: "产品部", count: 18, depth: 1, current: false },
]

const sections = [
  { href: "?section=own", label: "个人信息", icon: "user" as const, current: true },
  { href: "?section=security", label: "账号安全", icon: "shield" as const },
  { href: "?section=look", label: "语言与外观", icon: "sun" as const },
]

/** What stands around lists: what they are filtered by, where they go on, and what is beside them. */
export function ListsColumn() {
  return (
    <div className="md:col-span-3">
      <Part title="列表四周">
        <FilterBar
          id="sample-filters"
          action="/gallery"
          set={[
            {
              ...{ key: "owner", field: "负责人", value: "柯南星" },
              ...{ without: "?", removeLabel: "去掉负责人" },
            },
          ]}
          words={{ add: "筛选", apply: "应用" }}
          aside={<ExportList id="sample-export" path="/gallery" list="/gallery" />}
        >
          <SelectField name="state" label="当前状态">
            <Options of={[{ value: "doing", label: "进行中" }]} />
          </SelectField>
        </FilterBar>
        <ListPages after="1" next="2" to={(after) => `?after=${after ?? ""}`} more="更早的" />
      </Part>
      <Part title="选标签">
        <Line>
          <SampleTagList />
        </Line>
      </Part>
      <Part title="树">
        <div className="flex h-80 border border-line">
          <BesideTree
            title="研发部"
            tree={{
              ...{ title: "部门", label: "部门", lines: departments },
              words: { below: (name) => `${name}下面的部门` },
            }}
          >
            <p className="text-control">46 人，负责人柯南星。</p>
          </BesideTree>
        </div>
      </Part>
      <Part title="分节">
        <div className="flex h-50 border border-line max-md:h-auto">
          <SideNav title="设置" label="设置" items={sections} foot="退出登录" />
        </div>
      </Part>
    </div>
  )
}
