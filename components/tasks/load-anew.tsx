"use client"

import { useEffect } from "react"

/** An address beside the list that is no task's is a page of its own: it is loaded as one. */
export function LoadAnew() {
  useEffect(() => location.reload(), [])
  return null
}
