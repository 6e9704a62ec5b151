/** Our seal: 齐 in cinnabar. Decoration beside the name. */
export function Seal({ large = false }: { large?: boolean }) {
  const size = large ? "size-7 text-[18px]" : "size-5.5 text-[14px]"
  return (
    <span
      aria-hidden="true"
      lang="zh-CN"
      className={`grid flex-none place-items-center rounded-chip bg-cinnabar leading-none font-semibold text-on-cinnabar ${size}`}
    >
      齐
    </span>
  )
}
