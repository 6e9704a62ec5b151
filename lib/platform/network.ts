/**
 * The network that an address lies in: of IPv6 one subscriber has not an address but a whole /64
 * (RFC 4291, 2.5.1), and may come from another address of it each time.
 * @param groups of 16 bits, from the left; an IPv4 address is left as it is
 */
export function networkOf(address: string | null, groups = 4): string {
  if (!address?.includes(":")) return address ?? ""
  const [head = [], tail = []] = address.split("::").map((half) => half.split(":").filter(Boolean))
  const left = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => "0")
  return [...head, ...left, ...tail]
    .slice(0, groups)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")
}
