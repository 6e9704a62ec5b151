declare module "@/components/ui/sprite.svg" {
  const image: { src: string }
  export default image
}
