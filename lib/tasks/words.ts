export const words = {
  zh: {
    nav: "任务",
    error: {
      home: "你不能把任务放到这个部门",
      notCleared: "{names} 没有查看这一敏感类别的权限，请换人或去掉敏感类别",
    },
  },
  en: {
    nav: "Tasks",
    error: {
      home: "You can't put a task into this department",
      notCleared: "{names} may not see this sensitivity; choose somebody else or remove it",
    },
  },
}
