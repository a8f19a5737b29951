// The draft beside the guidance: the passages of a requirement, one after the other, in the whole text.

import { el, fill } from "./elements.js";
import { makePaper } from "./paper.js";

export function makeDraft(model, t, act) {
  const { draft } = model.content;
  const previous = el("button", { type: "button", class: "gd-button", onclick: () => act.passage(-1), title: "←" }, t("desk-previous-passage"));
  const next = el("button", { type: "button", class: "gd-button", onclick: () => act.passage(1), title: "→" }, t("desk-next-passage"));
  const where = el("p", { class: "gd-passage-where", role: "status" });
  const choose = el("button", { type: "button", class: "gd-button", onmousedown: (event) => event.preventDefault(), onclick: () => act.choosePassage() });
  const found = el("button", { type: "button", class: "gd-link", onclick: () => act.foundPassages() }, t("desk-found-again"));
  const paper = draft ? makePaper(draft, t) : null;
  const quotes = el("div", { class: "gd-quotes", tabindex: "0", "aria-label": t("found-heading") });
  const sections = draft && draft.sections.length ? outline(draft, t, (n) => paper.go(n)) : null;
  const head = el("div", { class: "gd-draft-head" }, el("div", { class: "gd-passages" }, previous, next, where, choose, found), sections && sections.element);
  const element = el("section", { class: "gd-draft", "aria-label": t("desk-draft") }, head, paper ? paper.element : quotes);
  let marked = null;
  let selection = null;
  let selected = "";
  if (paper) {
    document.addEventListener("selectionchange", onSelect);
    if (sections) paper.element.addEventListener("scroll", () => requestAnimationFrame(() => sections.at(paper.top())), { passive: true });
  }

  function onSelect() {
    if (!element.isConnected) return;
    selection = paper.selected();
    label();
  }
  function label() {
    const text = t(selection ? "desk-choose-selected" : "desk-choose-shown");
    if (selected !== text) fill(choose, text, el("kbd", { "aria-hidden": "true" }, "S"));
    selected = text;
    const passage = model.passages(model.current)[model.passage];
    choose.disabled = !act.allowed || !(selection || (passage && !passage.chosen && passage.start !== null));
  }

  return {
    element,
    paper,
    get selection() {
      return selection;
    },
    remove() {
      document.removeEventListener("selectionchange", onSelect);
    },
    update() {
      const passages = model.passages(model.current);
      const main = passages[model.passage] || null;
      previous.disabled = next.disabled = passages.length < 2;
      found.hidden = !act.allowed || !passages.some((passage) => passage.chosen);
      fill(where, main ? described(main, model, passages, t) : nothing(model, t));
      label();
      const key = JSON.stringify([model.current, model.passage, passages.map((passage) => [passage.start, passage.end])]);
      if (key === marked) return;
      marked = key;
      if (paper) paper.mark(passages.filter((passage) => passage.start !== null), main && main.start !== null ? main : null);
      if (!paper || (main && main.start === null)) {
        fill(quotes, passages.map((passage, n) => el("blockquote", { class: n === model.passage ? "gd-strong" : "", dir: "auto" }, passage.quote)));
      }
    },
  };
}

function described(main, model, passages, t) {
  const names = main.claims.length ? t("about-points", { claims: main.claims.join(", ") }) : "";
  const place = [main.page && t("page-n", { n: main.page }), main.place].filter(Boolean).join(" · ");
  return [
    el("b", {}, t("desk-passage-n", { n: model.passage + 1, of: passages.length })),
    main.chosen && el("span", { class: "gd-chosen" }, t("desk-chosen")),
    place && el("span", { class: "gd-place", dir: "auto", title: place }, place),
    names && el("span", { class: "gd-names" }, names),
  ];
}

function nothing(model, t) {
  const verdict = model.row(model.current).verdict;
  return el("span", { class: "gd-soft" }, t(verdict === "not-applicable" ? "meaning-not-applicable" : "no-evidence"));
}

function outline(draft, t, go) {
  const select = el("select", { onchange: () => go(Number(select.value)) },
    draft.sections.map(([n, depth, title]) => el("option", { value: n }, "\u00a0\u00a0".repeat(depth) + title)));
  return {
    element: el("label", { class: "gd-picker gd-sections" }, el("span", {}, t("desk-section")), select),
    at(n) {
      const before = draft.sections.filter(([at]) => at <= n);
      const value = String(before.length ? before[before.length - 1][0] : draft.sections[0][0]);
      if (select.value !== value) select.value = value;
    },
  };
}
