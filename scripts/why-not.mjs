import { sentence } from "./terminal.mjs"

/** By the code or the name of what was thrown, in the order asked. */
const reasons = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL|StorageFull|53100)/, "diskFull"],
  [/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT|SQLITE_CANTOPEN|SQLITE_READONLY)/, "noFolder"],
  [/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENETUNREACH|08|57P03)/, "databaseAway"],
  [/^(28|3D|42501)/, "databaseClosed"],
  [/^SchemaTooNew/, "databaseNewer"],
  [/^(SQLITE_BUSY|DatabaseBusy)/, "databaseHeld"],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB)/, "databaseDamaged"],
  [/^SecretsDamaged/, "secretsDamaged"],
]

/**
 * What keeps the portal or a command from its data, in one line.
 * @param folder the data folder
 * @returns undefined for what only a look at the stack explains
 */
export function whyNot(error, folder) {
  for (let it = error; it; it = it.cause) {
    const name = it.code ?? it.name ?? ""
    const [, key] = reasons.find(([kind]) => kind.test(name)) ?? []
    if (key && isOf(folder, it)) return sentence(key, folder, name)
  }
  return undefined
}

/** A file that is missing elsewhere is a bug. */
const isOf = (folder, { path }) => path === undefined || String(path).startsWith(folder)
