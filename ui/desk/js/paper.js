// The draft as read: its passages as paragraphs, with some of them marked.

import { el, named, unseenIn } from "./elements.js";
import { toPoints, toUnits, touched } from "./offsets.js";

export function makePaper(draft, t) {
  const passages = draft.passages;
  const paragraphs = passages.map(paragraph);
  const paper = el("div", { class: "gd-paper", tabindex: "0", role: "document", "aria-label": t("desk-draft"), lang: draft.language });
  const sheet = document.createDocumentFragment();
  let page = null;
  paragraphs.forEach((made, n) => {
    if (passages[n].page !== null && passages[n].page !== page) {
      page = passages[n].page;
      sheet.append(el("div", { class: "gd-page", role: "separator" }, t("page-n", { n: page })));
    }
    sheet.append(made);
  });
  paper.append(sheet);
  const marked = new Set();

  return {
    element: paper,
    // Marks [start, end) of each range; `main` is scrolled to.
    mark(ranges, main) {
      marked.forEach((n) => write(paragraphs[n], passages[n].text, []));
      marked.clear();
      const spans = new Map();
      for (const range of ranges) {
        for (const n of touched(passages, range.start, range.end)) {
          const { text, start } = passages[n];
          const from = toUnits(text, Math.max(0, range.start - start));
          const to = toUnits(text, Math.max(0, range.end - start));
          spans.set(n, [...(spans.get(n) || []), { from, to, strong: range === main }]);
          marked.add(n);
        }
      }
      spans.forEach((found, n) => write(paragraphs[n], passages[n].text, found));
      if (main) this.go(touched(passages, main.start, main.end)[0]);
    },
    go(n) {
      const made = paragraphs[n];
      if (!made) return;
      const mark = made.querySelector(".gd-strong") || made;
      const above = mark.getBoundingClientRect().top - paper.getBoundingClientRect().top;
      paper.scrollTo({ top: paper.scrollTop + above - paper.clientHeight * 0.25, behavior: "instant" });
    },
    // What the person has selected: [start, end) in code points of the draft, or null.
    selected() {
      const chosen = document.getSelection();
      if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return null;
      const range = chosen.getRangeAt(0);
      if (!paper.contains(range.startContainer) || !paper.contains(range.endContainer)) return null;
      const start = place(range.startContainer, range.startOffset, false);
      const end = place(range.endContainer, range.endOffset, true);
      return start !== null && end !== null && end > start ? { start, end } : null;
    },
    // The passage at the top of what is seen.
    top() {
      const edge = paper.getBoundingClientRect().top + 24;
      let low = 0;
      let high = paragraphs.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (paragraphs[middle].getBoundingClientRect().bottom <= edge) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };

  function place(node, offset, isEnd) {
    if (node.nodeType !== Node.TEXT_NODE) {
      const inside = node.childNodes[isEnd ? offset - 1 : offset];
      const made = (inside || node).nodeType === Node.TEXT_NODE ? inside : inside && inside.querySelector ? inside : node;
      const whole = made.parentElement && made.nodeType === Node.TEXT_NODE ? made.parentElement.closest("[data-n]") : made.closest("[data-n]");
      const at = whole || (inside && nearest(inside, isEnd));
      if (!at) return null;
      const passage = passages[Number(at.dataset.n)];
      return isEnd ? passage.end : passage.start;
    }
    const holder = node.parentElement.closest("[data-n]");
    if (!holder) return null;
    const passage = passages[Number(holder.dataset.n)];
    const from = unitsBefore(holder, node);
    const own = node.parentElement.dataset.sign ? (isEnd ? Number(node.parentElement.dataset.sign) : 0) : offset;
    return passage.start + toPoints(passage.text, from + own);
  }

  function nearest(node, isEnd) {
    let at = node;
    while (at && !(at.dataset && at.dataset.n)) at = isEnd ? at.previousSibling : at.nextSibling;
    return at;
  }
}

function paragraph(passage, n) {
  const heading = passage.kind === "heading";
  const made = el("p", {
    class: `gd-p gd-${passage.kind}`,
    dir: "auto",
    "data-n": n,
    role: heading ? "heading" : null,
    "aria-level": heading ? Math.min(6, passage.depth + 1) : null,
  });
  write(made, passage.text, []);
  return made;
}

// Writes a passage anew, with marks over spans of it; signs that are not seen are named.
function write(made, text, spans) {
  const signs = unseenIn(text);
  const cuts = new Set([0, text.length]);
  spans.forEach((span) => cuts.add(span.from).add(span.to));
  signs.forEach((sign) => cuts.add(sign.index).add(sign.index + sign[0].length));
  const edges = [...cuts].filter((n) => n >= 0 && n <= text.length).sort((a, b) => a - b);
  const parts = [];
  for (let n = 0; n + 1 < edges.length; n += 1) {
    const [from, to] = [edges[n], edges[n + 1]];
    const sign = signs.find((found) => found.index === from);
    const piece = sign
      ? el("span", { class: "gd-sign", "data-sign": to - from }, document.createTextNode(named(sign[0])))
      : document.createTextNode(text.slice(from, to));
    const over = spans.filter((span) => span.from <= from && to <= span.to);
    if (!over.length) parts.push(piece);
    else parts.push(el("mark", { class: over.some((span) => span.strong) ? "gd-strong" : "gd-weak" }, piece));
  }
  made.replaceChildren(...parts);
}

// How many units of the passage stand before a text node of its paragraph.
function unitsBefore(holder, node) {
  let units = 0;
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && walker.currentNode !== node) {
    const sign = walker.currentNode.parentElement.dataset.sign;
    units += sign ? Number(sign) : walker.currentNode.data.length;
  }
  return units;
}
