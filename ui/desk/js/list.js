// The requirements as a list, with what narrows it.

import { el, fill, icon } from "./elements.js";
import { ORDER_NAMES, VERDICTS } from "./model.js";

export function makeList(model, t, choose, changed) {
  const rows = el("ul", { class: "gd-rows", "aria-label": t("requirements-heading") });
  const count = el("p", { class: "gd-count", role: "status" });
  const search = el("input", { type: "search", class: "gd-search", placeholder: t("desk-search"), "aria-label": t("search-label") });
  const filters = makeFilters(model, t, () => changed());
  search.addEventListener("input", () => {
    model.filter.search = search.value;
    changed();
  });
  const element = el("nav", { class: "gd-list", "aria-label": t("requirements-heading") }, search, filters.element, count, rows);
  const made = new Map(model.rows.map((row) => [row.id, makeRow(row, choose)]));
  let order = "";

  return {
    element,
    search,
    focus() {
      const row = made.get(model.current);
      if (row && row.element.isConnected) row.button.focus({ preventScroll: true });
    },
    update() {
      const shown = model.shown().map((row) => row.id);
      if (shown.join() !== order) {
        order = shown.join();
        fill(rows, shown.map((id) => made.get(id).element));
      }
      const narrowed = shown.length < model.rows.length;
      count.textContent = shown.length ? t("count-shown", { shown: shown.length, total: model.rows.length }) : t("none-match");
      count.hidden = !narrowed;
      filters.update();
      for (const id of shown) drawRow(made.get(id), model, id, t);
      const row = made.get(model.current);
      if (row && row.element.isConnected) keepInView(rows, row.element);
    },
  };
}

function makeRow(row, choose) {
  const mark = el("span", { class: "gd-mark" });
  const facts = el("span", { class: "gd-row-facts" });
  const done = el("span", { class: "gd-done" });
  const title = el("span", { class: "gd-row-title", dir: "auto" }, row.title);
  const button = el("button", { type: "button", class: "gd-row", onclick: () => choose(row.id) }, mark, title, done, facts);
  return { element: el("li", {}, button), button, mark, facts, done, drawn: "" };
}

function drawRow(made, model, id, t) {
  const row = model.row(id);
  const verdict = model.verdict(id);
  const decided = model.decided(id);
  const waiting = model.waiting.some((act) => act.requirement === id);
  const refused = id in model.refused;
  const current = id === model.current;
  const drawn = [verdict, decided, waiting, refused, current, row.review].join();
  if (drawn === made.drawn) return;
  made.drawn = drawn;
  const state = refused ? "desk-refused-short" : waiting ? "desk-saving" : decided ? "desk-decided" : row.review ? "needs-review" : "desk-open";
  fill(made.mark, icon(verdict));
  fill(made.facts, `${row.id} · ${t(`verdict-${verdict}`)} · ${t(`strength-${row.strength}`)}`);
  fill(made.done, refused ? "!" : waiting ? "…" : decided ? "✓" : row.review && !model.allReview ? icon("look") : "");
  made.button.classList.toggle("gd-current", current);
  made.button.classList.toggle("gd-is-decided", decided);
  made.button.tabIndex = current ? 0 : -1;
  if (current) made.button.setAttribute("aria-current", "true");
  else made.button.removeAttribute("aria-current");
  made.done.title = t(state);
  made.button.setAttribute("aria-label", `${row.title}, ${row.id}, ${t(`verdict-${verdict}`)}, ${t(`strength-${row.strength}`)}, ${t(state)}`);
}

function keepInView(list, row) {
  const [outer, inner] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top + inner.height;
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom + inner.height;
}

function makeFilters(model, t, changed) {
  const { content, filter } = model;
  const order = picker(t("sort-label"), ORDER_NAMES.map((name) => [name, t(`desk-sort-${name}`)]), filter.order, (value) => set("order", value));
  const strength = picker(t("strength"), [["", t("all")], ...["must", "should", "may"].map((name) => [name, t(`strength-${name}`)])], "", (value) => set("strength", value));
  const theme = picker(t("theme"), [["", t("all")], ...content.themes], "", (value) => set("theme", value));
  const source = picker(t("source"), [["", t("all")], ...content.documents.map((name) => [name, name])], "", (value) => set("document", value));
  const open = toggle(t("desk-only-open"), () => set("open", !filter.open));
  const review = toggle(t("needs-review"), () => set("review", !filter.review));
  const verdicts = VERDICTS.map((name) => toggle(t(`verdict-${name}`), () => set("verdicts", flipped(filter.verdicts, name)), icon(name)));
  const clear = el("button", { type: "button", class: "gd-link", onclick: clearAll }, t("clear"));
  const number = el("span", { class: "gd-filter-count" });
  const more = el("details", { class: "gd-filters" }, el("summary", {}, t("desk-filters"), number),
    el("div", { class: "gd-verdict-filters", role: "group", "aria-label": t("verdict") }, verdicts),
    strength.element, theme.element, source.element, review, order.element, clear);
  const element = el("div", { class: "gd-narrow" }, open, more);

  function set(name, value) {
    filter[name] = value;
    changed();
  }
  function clearAll() {
    Object.assign(filter, { verdicts: [], strength: "", theme: "", document: "", review: false, open: false });
    for (const each of [strength, theme, source]) each.select.value = "";
    changed();
  }
  return {
    element,
    update() {
      press(open, filter.open);
      press(review, filter.review);
      VERDICTS.forEach((name, n) => press(verdicts[n], filter.verdicts.includes(name)));
      const active = filter.verdicts.length + [filter.strength, filter.theme, filter.document, filter.review].filter(Boolean).length;
      number.textContent = active ? String(active) : "";
      clear.hidden = !active;
    },
  };
}

function flipped(list, value) {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}

function press(button, pressed) {
  button.setAttribute("aria-pressed", String(Boolean(pressed)));
}

function toggle(label, onclick, mark = null) {
  return el("button", { type: "button", class: "gd-toggle", "aria-pressed": "false", onclick }, mark, label);
}

function picker(label, choices, value, onchange) {
  const select = el("select", { onchange: () => onchange(select.value) }, choices.map(([name, words]) => el("option", { value: name, selected: name === value }, words)));
  return { select, element: el("label", { class: "gd-picker" }, el("span", {}, label), select) };
}
