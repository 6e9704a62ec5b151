import { NotInFile } from "@/components/outward/not-find"
import type { KindWords } from "@/components/outward/stop-dialog"
import { Icon } from "@/components/ui/icon"
import { hasFinds, isUnread, type Stop } from "@/lib/outward/stop"
import type { StopWords } from "@/lib/outward/words-stop"
import type { ScreenedFile } from "@/lib/platform/screening/file-finds"
import { unreadStates } from "@/lib/platform/screening/file-states"
import { findKinds } from "@/lib/platform/screening/kinds"

/** Files of a stop: what was found in each, or why it couldn't be read. */
export function FoundFiles({
  files,
  words,
  kinds,
}: {
  files: Stop["files"]
  words: StopWords
  kinds: KindWords
}) {
  if (files.length === 0) return null
  return (
    <>
      {files.some(hasFinds) && <p className="mt-3 text-ui">{words.fileFinds}</p>}
      {files.some(isUnread) && <p className="mt-3 text-ui">{words.fileUnread}</p>}
      <ul aria-label={words.files} className="mt-2 flex flex-col gap-2">
        {files.map((file) => (
          <li key={file.id} className="flex gap-2 rounded-field bg-sunken px-3 py-2">
            <Icon name="file-text" className="mt-0.5 shrink-0 text-ink-3" />
            <span className="min-w-0">
              <span className="block text-control font-semibold break-all">{file.name}</span>
              <FileSays file={file} words={words} kinds={kinds} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function FileSays({
  file: { id, finds, state },
  words,
  kinds,
}: {
  file: ScreenedFile
  words: StopWords
  kinds: KindWords
}) {
  const found = findKinds.flatMap((kind) => {
    const count = finds[kind] ?? 0
    const said = count > 1 ? `${kinds[kind]} × ${count}` : kinds[kind]
    return count > 0 ? [{ kind, said }] : []
  })
  const why = unreadStates.find((one) => one === state)
  return (
    <>
      {found.length > 0 && (
        <span className="flex flex-wrap gap-x-3 text-meta text-support">
          {found.map(({ kind, said }) => (
            <span key={kind} className="inline-flex gap-x-2">
              {said}
              <NotInFile kind={kind} file={id} words={words} />
            </span>
          ))}
        </span>
      )}
      {why && <span className="block text-meta text-ink-2">{words.unread[why]}</span>}
    </>
  )
}
