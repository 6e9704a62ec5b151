import { Button, ButtonLink } from "@/components/ui/button"

export type FootWords = { back: string; next: string }

/** 上一步 at the left, the primary at the right. */
export function SetupFoot({
  words,
  back,
  sending,
}: {
  words: FootWords
  back?: string
  sending: boolean
}) {
  return (
    <div className="mt-3 flex items-center justify-between">
      {back ? (
        <ButtonLink href={back} tone="quiet" size="m" icon="arrow-left" className="-ml-2.5">
          {words.back}
        </ButtonLink>
      ) : (
        <span />
      )}
      <Button type="submit" tone="primary" size="m" disabled={sending}>
        {words.next}
      </Button>
    </div>
  )
}
