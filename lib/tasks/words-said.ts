/** What happens to tasks, in the audit log. */
export const said = {
  zh: {
    task: "任务",
    "task.created": "新建任务",
    "task.assigned": "更换负责人",
    "task.handed_over": "交接任务",
    "task.edited": "修改任务",
    "task.started": "开始任务",
    "task.paused": "退回未开始",
    "task.progressed": "更新进度",
    "task.needs_support": "请求支持",
    "task.completed": "完成任务",
    "task.commented": "评论任务",
  },
  en: {
    task: "Task",
    "task.created": "New task",
    "task.assigned": "New owner",
    "task.handed_over": "Handed over",
    "task.edited": "Edited task",
    "task.started": "Started task",
    "task.paused": "Back to to do",
    "task.progressed": "Progress",
    "task.needs_support": "Asked support",
    "task.completed": "Completed task",
    "task.commented": "Commented",
  },
}
