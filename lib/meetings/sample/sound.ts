/** Samples of a second and of a frame. */
const rate = 8_000
const block = 4_096

/**
 * An hour that can be listened to in some 80 KB: silence, with a tone at given seconds. FLAC as
 * RFC 9639 has it, one channel of 8 bits.
 */
export function soundOf(seconds: number, tones: readonly number[]): Buffer {
  const frames = Math.ceil((seconds * rate) / block)
  const sounding = new Map(tones.map((at, nth) => [Math.floor((at * rate) / block), nth]))
  return Buffer.concat([
    headOf(frames * block),
    ...Array.from({ length: frames }, (_, at) => frameOf(at, sounding.get(at))),
  ])
}

/** Chapter 8.2: how long it is and how it is cut. */
function headOf(samples: number): Buffer {
  const head = Buffer.alloc(42)
  head.write("fLaC", "latin1")
  head.set([0x80, 0, 0, 34], 4)
  head.writeUInt16BE(block, 8)
  head.writeUInt16BE(block, 10)
  head.writeBigUInt64BE((BigInt(rate) << 44n) | (7n << 36n) | BigInt(samples), 18)
  return head
}

/** Chapter 9: a frame of one value, or of a tone. */
function frameOf(at: number, tone: number | undefined): Buffer {
  const head = Buffer.from([0xff, 0xf8, 0xc4, 0x02, ...counted(at)])
  const body = tone === undefined ? Buffer.from([0, 0]) : toneOf(tone)
  const frame = Buffer.concat([head, Buffer.from([checked(head, 8, 0x07)]), body])
  const end = Buffer.alloc(2)
  end.writeUInt16BE(checked(frame, 16, 0x8005))
  return Buffer.concat([frame, end])
}

/** Half a second that swells and fades, each topic a third higher. */
function toneOf(nth: number): Buffer {
  const body = Buffer.alloc(block + 1, 2)
  const turns = (440 * 1.25 ** nth) / rate
  for (let at = 0; at < block; at++)
    body.writeInt8(
      Math.round(60 * Math.sin(2 * Math.PI * turns * at) * Math.sin((Math.PI * at) / block)),
      at + 1,
    )
  return body
}

/** The frame's number, written as UTF-8 writes a sign. */
const counted = (at: number): readonly number[] =>
  at < 0x80
    ? [at]
    : at < 0x800
      ? [0xc0 | (at >> 6), 0x80 | (at & 0x3f)]
      : [0xe0 | (at >> 12), 0x80 | ((at >> 6) & 0x3f), 0x80 | (at & 0x3f)]

function checked(bytes: Uint8Array, bits: 8 | 16, polynomial: number): number {
  const top = 1 << (bits - 1)
  const all = (1 << bits) - 1
  let sum = 0
  for (const byte of bytes) {
    sum ^= byte << (bits - 8)
    for (let bit = 0; bit < 8; bit++)
      sum = ((sum & top ? (sum << 1) ^ polynomial : sum << 1) & all) >>> 0
  }
  return sum
}
