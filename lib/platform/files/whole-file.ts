import { buffer } from "node:stream/consumers"
import { storeOf } from "./stores"

/** All of a stored file at once, for what can't be read piece by piece. @throws {@link Missing} */
export async function bytesOf(place: string): Promise<Uint8Array> {
  const store = await storeOf(place)
  return buffer(await store.get(place))
}
