"use client"

import { Button } from "@/components/ui/button"
import { Dialog, DialogClose } from "@/components/ui/dialog"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { Icon } from "@/components/ui/icon"
import { IconButton } from "@/components/ui/icon-button"
import { InputField } from "@/components/ui/input"
import { Menu, MenuItem, MenuRule } from "@/components/ui/menu"
import { RouteDialog } from "@/components/ui/route-dialog"
import { SelectField } from "@/components/ui/select"
import { toast } from "@/components/ui/toast"
import { Toaster } from "@/components/ui/toaster"

export function SampleDialog() {
  return (
    <Dialog
      title="发起应急"
      closeLabel="关闭"
      size="s"
      trigger={<Button icon="siren">发起应急</Button>}
    >
      <form>
        <DialogBody className="space-y-4">
          <SelectField name="playbook" label="应急预案">
            <option>客户系统故障</option>
          </SelectField>
          <InputField name="event" label="应急事件" defaultValue="远山科技 3 号仓出库单不再同步" />
          <p className="flex items-center gap-2 text-control text-ink-2">
            <Icon name="users" size={14} />
            将拉入 6 人，15 分钟计时从现在开始
          </p>
        </DialogBody>
        <DialogFoot>
          <DialogClose asChild>
            <Button tone="quiet" size="m">
              取消
            </Button>
          </DialogClose>
          <Button tone="primary" size="m" icon="siren">
            发起应急
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

export function SampleMenu() {
  return (
    <Menu trigger={<IconButton icon="ellipsis" label="更多操作" />}>
      <MenuItem icon="pencil" shortcut="e">
        编辑
      </MenuItem>
      <MenuItem icon="link" shortcut="⌘L">
        复制链接
      </MenuItem>
      <MenuItem icon="folder-input" shortcut="m">
        移动到
      </MenuItem>
      <MenuRule />
      <MenuItem icon="trash-2" danger>
        删除
      </MenuItem>
    </Menu>
  )
}

export function SampleToast() {
  return (
    <>
      <Button onClick={() => toast("任务已完成", { label: "撤销", run: () => undefined })}>
        完成任务
      </Button>
      <Toaster label="提示" />
    </>
  )
}

/** A dialog that is an address of its own. */
export function SampleRouteDialog() {
  return (
    <RouteDialog path="/gallery" title="新建任务" closeLabel="关闭" size="m">
      <DialogBody className="space-y-4">
        <InputField name="name" label="任务名称" defaultValue="写出回退步骤与触发条件" />
      </DialogBody>
    </RouteDialog>
  )
}
