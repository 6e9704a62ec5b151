import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { Field } from "@/components/ui/field"
import { html, inside } from "@/components/ui/markup"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { stillHtml } from "@/components/ui/still-html"
import { Timeline, TimelineRow } from "@/components/ui/timeline"

const spiteful = `"><script>alert('1')</script>&amp;`

const parts = [
  <PageHead
    key="head"
    title={spiteful}
    tabs={[{ href: "/tasks?a=1&b=2", label: "我的", count: 0, current: true }]}
  >
    {null}
    {false}
  </PageHead>,
  <Field key="field" id="state" label="状态" hint={<b>全部</b>} error={spiteful}>
    {(wiring) => (
      <Select {...wiring} defaultValue="doing" required>
        <option value="">—</option>
        <option value="doing">进行中</option>
      </Select>
    )}
  </Field>,
  <Section key="section" title={spiteful} count={3} size="small">
    <Timeline>
      <TimelineRow person={{ id: 7, name: spiteful }} when="今天" note="第一行">
        {["改了", 2, " 处"]}
      </TimelineRow>
    </Timeline>
    <div style={{ top: 12, zIndex: 2, "--at": "40%", backgroundColor: "red" } as object} />
    <input type="checkbox" defaultChecked readOnly aria-checked={false} tabIndex={-1} />
    <details open {...inside(html`<summary>${spiteful}</summary>`)} />
  </Section>,
]

/** Tags with their attributes in one order and in small letters, which HTML doesn't tell apart. */
const canonical = (text: string) =>
  text.split(/(<[^>]*>)/).map((part) =>
    part.startsWith("<")
      ? part
          .replace(/ [A-Za-z-]+=/g, (name) => name.toLowerCase())
          .split(/ (?=[a-z-]+=")|\/?>/)
          .toSorted()
      : part,
  )

test("what stands still is the same HTML that React makes, with every text escaped", async () => {
  const own = await stillHtml(parts)
  expect(canonical(own)).toEqual(canonical(renderToStaticMarkup(parts)))
  expect(own).not.toContain("<script>")
})

const Later = async ({ word }: { word: string }) => <b>{await Promise.resolve(word)}</b>

test("asynchronous parts stand where they were put", async () => {
  const own = await stillHtml(["一", <Later key="2" word="二" />, <i key="3">三</i>])
  expect(own).toBe("一<b>二</b><i>三</i>")
})

test("a part that needs script is refused rather than shown dead", async () => {
  const pressed = <button type="button" onClick={() => {}} />
  await expect(stillHtml(pressed)).rejects.toThrow("onClick")
})
