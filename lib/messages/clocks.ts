import type { Db } from "@/db/database"
import type { Ctx } from "@/lib/platform/context"

export async function openClocks(_ctx: Ctx, _of: unknown): Promise<void> {}
export async function answerClocks(_ctx: Ctx, _of: unknown): Promise<void> {}
export async function cancelClocks(_ctx: Ctx, _of: unknown): Promise<void> {}
export async function copiedTo(_ctx: Ctx, _groupId: number, _authorId: number): Promise<number[]> {
  return []
}
export async function clocksOf(
  _db: Db,
  _ids: readonly number[],
): Promise<
  Map<
    number,
    {
      personId: number
      holderId: number
      dueAt: Date
      answeredAt: Date | null
      answeredBy: string | null
      open: boolean
    }[]
  >
> {
  return new Map()
}
