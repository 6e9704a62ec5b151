import { expect, test } from "vitest"
import { html, inside } from "@/components/ui/markup"

test("what people typed stays text, in a text and between quotes", () => {
  const typed = `<img src=x onerror='alert("1")'> & co`
  const { text } = html`<a title='${typed}'>${typed}</a>`
  const safe = "&lt;img src=x onerror=&#39;alert(&quot;1&quot;)&#39;&gt; &amp; co"
  expect(text).toBe(`<a title='${safe}'>${safe}</a>`)
})

test("markup inside markup is kept as it is", () => {
  const faces = ["甲", "<乙>"].map((name) => html`<i>${name}</i>`)
  expect(html`<b>${faces}</b>`.text).toBe("<b><i>甲</i><i>&lt;乙&gt;</i></b>")
})

test("nothing is written for what isn't there, and zero is", () => {
  expect(html`<b>${null}${undefined}${false}${""}${0}</b>`.text).toBe("<b>0</b>")
})

test("an element takes it as its inside", () => {
  expect(inside(html`<b>${"1 < 2"}</b>`)).toEqual({
    dangerouslySetInnerHTML: { __html: "<b>1 &lt; 2</b>" },
  })
})

test("how the template is laid out stays out of the page, and what people typed stays as it is", () => {
  const { text } = html`<b>${"甲\n  > 乙"}</b
    ><i
      >丙</i
    >`
  expect(text).toBe("<b>甲\n  &gt; 乙</b><i>丙</i>")
})
