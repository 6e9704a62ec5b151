import type { FrameWords, NavGroup } from "@/components/shell/frame-words"

export const sampleNav: NavGroup[] = [
  {
    group: "我的",
    items: [
      { href: "/", label: "工作台", icon: "sun", keys: "g h" },
      { href: "/calendar", label: "日历", icon: "calendar", keys: "g c" },
    ],
  },
  {
    group: "协作",
    items: [
      { href: "/groups", label: "消息", icon: "message-square", count: 9, urgent: true },
      { href: "/gallery", label: "任务", icon: "circle-check", count: 3, keys: "g t" },
      { href: "/documents", label: "文档", icon: "file-text" },
      { href: "/matters", label: "跨部门事项", icon: "arrow-left-right", count: 2 },
      { href: "/incidents", label: "应急事件", icon: "siren", count: 1, urgent: true },
    ],
  },
  {
    group: "会议",
    items: [
      { href: "/meetings", label: "会议", icon: "presentation" },
      { href: "/minutes", label: "会议纪要", icon: "notebook-pen", count: 1 },
      { href: "/reports/resolutions", label: "决议周报", icon: "list-checks" },
    ],
  },
  {
    group: "客户",
    items: [
      { href: "/clients", label: "客户", icon: "building-2" },
      { href: "/tickets", label: "客户需求工单", icon: "ticket", count: 4 },
      { href: "/guests", label: "外部成员", icon: "user-plus" },
    ],
  },
  {
    group: "成长",
    items: [
      { href: "/onboarding", label: "新员工空间", icon: "sprout" },
      { href: "/training", label: "培训", icon: "graduation-cap" },
      { href: "/rules", label: "规则更新通知", icon: "scroll-text", count: 1 },
      { href: "/suggestions", label: "意见箱", icon: "lightbulb" },
      { href: "/releases", label: "版本说明", icon: "megaphone" },
    ],
  },
  {
    group: "管理",
    items: [
      { href: "/people", label: "员工", icon: "users" },
      { href: "/reports/usage", label: "使用复盘", icon: "chart-no-axes-column" },
      { href: "/admin/departments", label: "部门", icon: "network" },
    ],
  },
]

export const sampleWords: FrameWords = {
  product: "齐步",
  navigation: "主导航",
  topBar: "顶栏",
  content: "内容",
  skip: "跳到内容",
  fold: "收起导航",
  unfold: "展开导航",
  menu: "菜单",
  search: "搜索",
  create: "新建",
  inbox: "通知",
  me: "我的账号",
  mine: "我的",
  settings: "设置",
  signOut: "退出登录",
  shortcuts: "快捷键",
  notices: "提示",
  urgent: "有紧急",
  palette: {
    searchAll: "搜索全部内容「{query}」",
    actions: "操作",
    scopes: [
      { key: "", label: "全部" },
      { key: "task", label: "任务" },
      { key: "person", label: "员工" },
    ],
    scopesLabel: "范围",
    changeScope: "换范围",
    choose: "选择",
    open: "打开",
    none: "没有找到",
    busy: "正在搜索",
    close: "关闭",
    hints: ["@ 员工", "# 标签", "> 操作", "拼音首字母也可以"],
  },
  sheet: {
    title: "快捷键",
    close: "关闭",
    filter: "找快捷键",
    none: "没有这样的快捷键",
    go: "前往",
    here: "本页",
    show: "显示快捷键",
  },
}
