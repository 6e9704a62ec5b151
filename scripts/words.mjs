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
  upgrading: {
    zh: "备份数据库并更新它的结构",
    en: "Copying the database aside and bringing it up to date",
  },
  portTaken: {
    zh: "端口 {0} 已被占用：请停止占用它的程序，或换一个端口，例如 PORT={1} npm start。",
    en: "Port {0} is taken: stop the program that uses it, or choose another, for example PORT={1} npm start.",
  },
  portRefused: {
    zh: "无法监听 {0}（{1}）：请检查 HOST 和 PORT。",
    en: "Cannot listen on {0} ({1}): check HOST and PORT.",
  },
  startFailed: { zh: "门户没有启动：{0}", en: "The portal was not started: {0}" },
  noFolder: {
    zh: "QIBU_DATA 用不了：{0}（{1}）。请让运行门户的账号能写入它，或换一个文件夹。",
    en: "QIBU_DATA can't be used: {0} ({1}). Let the account that runs the portal write there, or choose another folder.",
  },
  folderTaken: {
    zh: "数据文件夹 {0} 正由另一个门户使用：请先停止它，或换一个 QIBU_DATA。",
    en: "Another portal runs on the data folder {0}: stop it first, or choose another QIBU_DATA.",
  },
  diskFull: {
    zh: "磁盘已满：请腾出空间后重新运行（数据文件夹 {0}）。",
    en: "The disk is full: make room and run it again (data folder {0}).",
  },
  databaseAway: {
    zh: "连不上 DATABASE_URL 指向的数据库（{1}）：请检查地址和端口，以及数据库是否在运行。",
    en: "The database of DATABASE_URL can't be reached ({1}): check its address and port, and whether it runs.",
  },
  databaseClosed: {
    zh: "DATABASE_URL 指向的数据库拒绝了门户（{1}）：请检查用户、密码、库名和权限。",
    en: "The database of DATABASE_URL turns the portal away ({1}): check user, password, name and rights.",
  },
  databaseNewer: {
    zh: "数据库属于更新版本的门户，没有改动它：请先升级（git pull）。",
    en: "The database belongs to a newer version of the portal and was left alone: upgrade first (git pull).",
  },
  databaseHeld: {
    zh: "数据库被另一个程序占用（{0}）：请停止它后重新运行。",
    en: "Another program holds the database ({0}): stop it and run this again.",
  },
  databaseDamaged: {
    zh: "{0} 里的数据库文件已损坏：请从备份恢复（npm run restore）。",
    en: "The database file in {0} is damaged: restore a backup (npm run restore).",
  },
  secretsDamaged: {
    zh: "{0} 里的 secrets.json 不完整：请放回保管的那一份，登录状态和加密的设置依赖它。",
    en: "secrets.json in {0} isn't whole: put back the one you keep, sessions and encrypted settings depend on it.",
  },
  ready: { zh: "齐步已就绪：{0}", en: "Qibu is ready: {0}" },
  readyAlso: { zh: "同一网络内：{0}", en: "On this network: {0}" },
  noAddress: {
    zh: "没有设置 QIBU_URL：邮件里和打印出来的链接都以 {0} 开头，别的电脑打不开",
    en: "QIBU_URL isn't set: links in mails and on paper begin with {0}, which no other computer can open",
  },
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
  moduleName: {
    zh: "模块名要是英文小写复数，如 matters：{0} 不行。",
    en: "A module's name is a lower-case plural such as matters: not {0}.",
  },
  moduleTools: {
    zh: "请先安装开发依赖：npm ci --include=dev。",
    en: "Install the tools first: npm ci --include=dev.",
  },
  moduleTaken: {
    zh: "{0} 已经存在（模块、表或记录类型），没有写入任何文件。",
    en: "There is a module, a table or a kind of record {0} already; nothing was written.",
  },
  modulePlace: {
    zh: "{0} 里找不到该加的位置，没有写入任何文件：请对照 scripts/new-module/lines.mjs。",
    en: "{0} has no place for its line and nothing was written: compare scripts/new-module/lines.mjs.",
  },
  moduleMade: {
    zh: `模块 {0} 已建好。接下来：
  1. 字段写进 db/schema/{0}.ts、lib/{0}/inputs.ts 和 components/{0}/{1}-form.tsx
  2. 两种数据库的迁移：npx drizzle-kit generate，
     再运行 DATABASE_URL=postgres://localhost/none npx drizzle-kit generate
  3. lib/{0}/policy.ts 里写清谁能做什么，然后运行 npm run matrix
  4. 要通知谁：在 lib/{0}/module.ts 的事件里写 notify，句子写进 components/inbox/sentences.ts
  5. 搜索按 {2} 筛选：components/search/searchable.ts 和 lib/search/words.ts
  6. npm test`,
    en: `Module {0} is there. Next:
  1. Put its fields into db/schema/{0}.ts, lib/{0}/inputs.ts and components/{0}/{1}-form.tsx
  2. Migrations for both engines: npx drizzle-kit generate,
     then DATABASE_URL=postgres://localhost/none npx drizzle-kit generate
  3. Say who may what in lib/{0}/policy.ts, then npm run matrix
  4. Whom to tell: notify in the events of lib/{0}/module.ts, sentences in components/inbox/sentences.ts
  5. Searching for {2} alone: components/search/searchable.ts and lib/search/words.ts
  6. npm test`,
  },
  moduleWord: {
    zh: "还没有 {0} 的中文名：请改 lib/{0}/words.ts。",
    en: "{0} has no Chinese name yet: put it into lib/{0}/words.ts.",
  },
  unknownCommand: { zh: "没有这个命令：{0}", en: "No such command: {0}" },
  seconds: { zh: "{0} 秒", en: "{0} s" },
  unknownStep: {
    zh: "没有这个步骤：{0}；可用的步骤：{1}",
    en: "No such step: {0}; the steps are: {1}",
  },
  testTime: { zh: "共用 {0}", en: "Took {0} in all" },
  again: { zh: "{0} 项第二次才通过", en: "{0} only at the second try" },
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
  "step-processes": {
    zh: "进程：同时运行、被杀、停止",
    en: "Processes: together, killed, stopping",
  },
  "step-processes-postgres": {
    zh: "进程：同时运行、被杀（PostgreSQL）",
    en: "Processes on PostgreSQL: together, killed",
  },
  "step-postgres": { zh: "单元测试（PostgreSQL）", en: "Unit tests on PostgreSQL" },
  "step-build": { zh: "构建", en: "Build" },
  "step-upgrade": { zh: "从上一个提交升级", en: "Upgrade from the commit before" },
  noCommitBefore: {
    zh: "这个克隆里没有上一个提交，从 {0} 自己升级。",
    en: "This clone has no commit before: {0} is upgraded from itself.",
  },
  "step-browser": { zh: "浏览器测试", en: "Browser tests" },
  backupUsage: {
    zh: "用法：npm run backup -- 文件 [--without-secrets]",
    en: "Usage: npm run backup -- FILE [--without-secrets]",
  },
  backupExists: {
    zh: "{0} 已存在，备份不会覆盖它：请换一个文件名。",
    en: "{0} exists and is not overwritten: choose another name.",
  },
  backingUp: { zh: "备份", en: "Backing up" },
  backedUp: {
    zh: "已备份到 {0}（{1} MB，{2} 行数据，{3} 个文件）",
    en: "Backed up to {0} ({1} MB, {2} rows, {3} files)",
  },
  backupHasSecrets: {
    zh: "备份含密钥：请像密码一样保管；不想包含时加 --without-secrets。",
    en: "It holds the secrets: keep it like a password; leave them out with --without-secrets.",
  },
  backupNoSecrets: {
    zh: "备份不含密钥：请另行保管数据文件夹中的 secrets.json，恢复时需要它。",
    en: "It holds no secrets: keep secrets.json from the data folder elsewhere, a restore needs it.",
  },
  backupFailed: { zh: "备份失败：{0}", en: "The backup failed: {0}" },
  restoreUsage: {
    zh: "用法：npm run restore -- 备份文件 [--force]",
    en: "Usage: npm run restore -- BACKUP-FILE [--force]",
  },
  restoring: { zh: "恢复", en: "Restoring" },
  restored: {
    zh: "已恢复到 {0}（备份时间 {1}）。所有人需要重新登录，备份时未发出的邮件不会再发。请运行 npm start。",
    en: "Restored to {0} (backup of {1}). Everyone signs in again, and mail unsent at that time is not sent. Run npm start.",
  },
  restoredNoSecrets: {
    zh: "备份不含密钥：启动前请把保管的 secrets.json 放回数据文件夹。",
    en: "The backup had no secrets: put your secrets.json back into the data folder before starting.",
  },
  "restore-notEmpty": {
    zh: "数据文件夹不是空的：请换一个 QIBU_DATA，或加 --force（现有内容会移到其中的 before-restore-… 文件夹）。",
    en: "The data folder is not empty: choose another QIBU_DATA, or add --force (what is there moves into its folder before-restore-…).",
  },
  "restore-running": {
    zh: "门户正在这个数据文件夹上运行：请先停止它。",
    en: "A portal is running on this data folder: stop it first.",
  },
  "restore-otherEngine": {
    zh: "备份与 DATABASE_URL 不符：SQLite 的备份要求 DATABASE_URL 为空，PostgreSQL 的备份要求填写它。",
    en: "The backup and DATABASE_URL don't agree: a backup of SQLite needs it empty, one of PostgreSQL needs it set.",
  },
  "restore-damaged": {
    zh: "备份文件不完整或已损坏，什么也没有改动。",
    en: "The backup is incomplete or damaged; nothing was changed.",
  },
  "restore-databaseNotEmpty": {
    zh: "DATABASE_URL 指向的数据库不是空的：请先建一个空库。",
    en: "The database of DATABASE_URL is not empty: make an empty one first.",
  },
  "restore-newer": {
    zh: "备份来自更新的版本：请先升级门户。",
    en: "The backup comes from a newer version: upgrade the portal first.",
  },
  restoreFailed: { zh: "恢复失败：{0}", en: "The restore failed: {0}" },
  seedUsage: {
    zh: "用法：npm run seed -- --scale small|medium|large [--force]",
    en: "Usage: npm run seed -- --scale small|medium|large [--force]",
  },
  seedNotEmpty: {
    zh: "数据库里已有员工：请换一个空的 QIBU_DATA，或加上 --force 在其中继续添加。",
    en: "The database has people already: choose an empty QIBU_DATA, or add --force to put more beside them.",
  },
  seeded: {
    zh: "已写入 {0} 名员工、{1} 个任务、{2} 条消息，用时 {3} 秒，数据库 {4} MB",
    en: "Wrote {0} people, {1} tasks and {2} messages in {3} s; the database has {4} MB",
  },
  "import-unreadable": {
    zh: "读不到文件「{0}」。用法：npm run import -- 员工表.csv",
    en: "Can't read “{0}”. Use: npm run import -- STAFF.csv",
  },
  "import-setUpFirst": {
    zh: "请先运行 npm start，在浏览器里完成首次设置。",
    en: "Run npm start and finish the first set-up in the browser.",
  },
  "import-nothingWritten": {
    zh: "有错误，什么也没有写入。改正后再运行一次。",
    en: "There are errors and nothing was written. Correct them and run it again.",
  },
  "import-done": {
    zh: "已写入：新增 {0} 人，有变化 {1} 人，无变化 {2} 人。",
    en: "Written: {0} new, {1} changed, {2} unchanged.",
  },
  "import-row": { zh: "第 {0} 行 {1}：{2}。{3}", en: "Row {0}, {1}: {2}. {3}" },
}
