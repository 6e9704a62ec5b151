/** Every sentence the commands print, in both languages; `{0}`, `{1}` … are filled in by `say`. */
export const words = {
  installing: { zh: "安装依赖", en: "Installing dependencies" },
  installFailed: {
    zh: "依赖安装失败：请检查网络后重新运行；npm 的输出见上。",
    en: "Installing dependencies failed: check the network and run it again; npm's output is above.",
  },
  fetchingNode: { zh: "安装 Node 24", en: "Installing Node 24" },
  nodeMissing: {
    zh: "需要 Node 24 或更新版本，而本机是 {0}，且无法自动安装：请从 nodejs.org 安装后重新运行。",
    en: "Node 24 or newer is needed, this machine has {0}, and it could not be installed: install it from nodejs.org and run this again.",
  },
  building: { zh: "构建门户（源码有变化）", en: "Building the portal (the sources changed)" },
  buildFailed: {
    zh: "构建失败，门户没有启动；原因见上。",
    en: "The build failed and the portal was not started; the reason is above.",
  },
  noBuild: {
    zh: "还没有构建：请先运行 npm start。",
    en: "There is no build yet: run npm start.",
  },
  starting: { zh: "启动", en: "Starting" },
  portTaken: {
    zh: "端口 {0} 已被占用：请停止占用它的程序，或换一个端口，例如 PORT={1} npm start。",
    en: "Port {0} is taken: stop the program that uses it, or choose another, for example PORT={1} npm start.",
  },
  portRefused: {
    zh: "无法监听 {0}（{1}）：请检查 HOST 和 PORT。",
    en: "Cannot listen on {0} ({1}): check HOST and PORT.",
  },
  startFailed: { zh: "门户没有启动：{0}", en: "The portal was not started: {0}" },
  ready: { zh: "齐步已就绪：{0}", en: "Qibu is ready: {0}" },
  readyAlso: { zh: "同一网络内：{0}", en: "On this network: {0}" },
  setup: {
    zh: "首次设置：打开 {0} ，输入一次性设置码 {1}",
    en: "First set-up: open {0} and enter the one-time code {1}",
  },
  demo: {
    zh: "示例公司「栖木软件」，所有示例账号的密码都是 {0}",
    en: "Sample company Qimu Software; every sample account's password is {0}",
  },
  stopping: { zh: "正在停止 …", en: "Stopping …" },
  stopped: { zh: "已停止", en: "Stopped" },
  stopLate: {
    zh: "有工作未能在 5 秒内结束，已强制停止。",
    en: "Some work did not end within 5 seconds; stopped regardless.",
  },
  unknownCommand: { zh: "没有这个命令：{0}", en: "No such command: {0}" },
  seconds: { zh: "{0} 秒", en: "{0} s" },
  unknownStep: {
    zh: "没有这个步骤：{0}；可用的步骤：{1}",
    en: "No such step: {0}; the steps are: {1}",
  },
  testTime: { zh: "共用 {0}", en: "Took {0} in all" },
  noBrowser: {
    zh: "没有可用的浏览器：请安装 Chromium 或 Chrome（Debian：apt install chromium fonts-noto-cjk），或用 QIBU_BROWSER 指出它的路径。",
    en: "There is no browser: install Chromium or Chrome (Debian: apt install chromium fonts-noto-cjk), or name its path in QIBU_BROWSER.",
  },
  noFonts: {
    zh: "没有中文字体：请安装一种（Debian：apt install fonts-noto-cjk）。",
    en: "There is no Chinese font: install one (Debian: apt install fonts-noto-cjk).",
  },
  "step-lint": { zh: "格式与规范", en: "Format and lint" },
  "step-dead-code": { zh: "无用代码", en: "Dead code" },
  "step-types": { zh: "类型", en: "Types" },
  "step-migrations": { zh: "迁移与结构一致", en: "Migrations in sync" },
  "step-unit": { zh: "单元测试（SQLite）", en: "Unit tests on SQLite" },
  "step-postgres": { zh: "单元测试（PostgreSQL）", en: "Unit tests on PostgreSQL" },
  "step-build": { zh: "构建", en: "Build" },
  "step-browser": { zh: "浏览器测试", en: "Browser tests" },
}
