/** What a task can be refused for, and what to do next. */
export const errorWords = {
  zh: {
    home: "你不能把任务放到这个部门",
    leave: "移出原部门要由创建人或该部门的管理员来做",
    label: "设定、更换或去掉敏感类别要由创建人或该部门的管理员来做",
    closedLabel: "这个敏感类别已停用，请选另一个",
    notCleared: "{names} 没有查看这一敏感类别的权限，请换人或去掉敏感类别",
    dueBeforeStart: "截止时间早于开始时间",
    reason: "截止时间改了，请写一句原因",
    group: "你不能把任务放到这个沟通组",
    leaveGroup: "移出原沟通组要由创建人或该组的管理员来做",
  },
  en: {
    home: "You can't put a task into this department",
    leave: "Only its creator or an administrator of its department can move it out",
    label:
      "Only its creator or an administrator of its department can set, change or remove the label",
    closedLabel: "This label is closed; choose another one",
    notCleared: "{names} may not see this sensitivity; choose somebody else or remove it",
    dueBeforeStart: "Due is before the start",
    reason: "The due time has changed: say why in a few words",
    group: "You can't put a task into this group",
    leaveGroup: "Only its creator or a manager of its group can move it out",
  },
}
