import { BlockList, isIP } from "node:net"

const own = new BlockList()
own.addSubnet("127.0.0.0", 8)
own.addAddress("::1", "ipv6")

// RFC 1918, RFC 3927, RFC 4193, RFC 4291: addresses that no network outside hands out.
const inside = new BlockList()
inside.addSubnet("10.0.0.0", 8)
inside.addSubnet("172.16.0.0", 12)
inside.addSubnet("192.168.0.0", 16)
inside.addSubnet("169.254.0.0", 16)
inside.addSubnet("fc00::", 7, "ipv6")
inside.addSubnet("fe80::", 10, "ipv6")

/**
 * Where an address is, as far as it says so itself: on the portal's own computer, inside the
 * company's network, outside; null for what is no address.
 */
export function placeOf(address: string): "here" | "inside" | "outside" | null {
  const version = isIP(address)
  if (version === 0) return null
  const family = version === 6 ? "ipv6" : "ipv4"
  if (own.check(address, family)) return "here"
  return inside.check(address, family) ? "inside" : "outside"
}
