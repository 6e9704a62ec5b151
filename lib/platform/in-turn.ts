/**
 * Gathers what is asked for side by side, before anything is waited for, and reads it together,
 * each key once. Nothing is kept: what is asked after that is read afresh.
 * @param read answers for all keys at once; keys without an answer are left out
 */
export function inTurn<K, V>(read: (keys: readonly K[]) => Promise<Map<K, V>>) {
  let turn: { keys: Set<K>; answer: Promise<Map<K, V>> } | null = null
  const begin = () => {
    const keys = new Set<K>()
    const answer = Promise.resolve().then(() => {
      turn = null
      return read([...keys])
    })
    return { keys, answer }
  }
  return async (key: K): Promise<V | undefined> => {
    turn ??= begin()
    turn.keys.add(key)
    return (await turn.answer).get(key)
  }
}
