/** A dynamic page with nothing on it. */
export default function EmptyPage() {
  return <main />
}
