const PER_PAGE = 50;
const MERIT = /^(coverage|count\d)$/;

/** What a column is sorted by. */
function sortKey(data, by) {
  const d = data.descriptions;
  if (by === "kind") return (n) => data.kinds[d.kind[n]][1];
  if (by === "coverage") return (n) => d.coverage[n] ?? -1;
  if (by.startsWith("count")) return (n) => d.counts[Number(by.slice(5))][n];
  if (by === "name") return (n) => d.name[n];
  return (n) => data[by](n);
}

/** The numbers of the descriptions in order. Policies of countries stand by name after a column that says how much
 * is there: they have no order of merit. What a column leaves empty comes last. */
function ordered(data, rows, by, down) {
  const key = sortKey(data, by);
  const names = new Intl.Collator(page.lang, { numeric: true, sensitivity: "base" });
  const turn = down ? -1 : 1;
  const keys = new Map(rows.map((n) => [n, key(n)]));
  const byName = (a, b) => names.compare(data.descriptions.name[a], data.descriptions.name[b]) || a - b;
  if (MERIT.test(by)) {
    return rows.sort((a, b) => data.unranked(a) - data.unranked(b)
      || (data.unranked(a) ? 0 : turn * (keys.get(a) - keys.get(b))) || byName(a, b));
  }
  return rows.sort((a, b) => (keys.get(a) === "") - (keys.get(b) === "")
    || turn * names.compare(keys.get(a), keys.get(b)) || byName(a, b));
}

/** The list of descriptions: filters, order, pages. */
function makeRows(data, words, section) {
  const form = section.querySelector(".filters");
  const body = section.querySelector("table.rows tbody");
  const pages = section.querySelector(".pages");
  const d = data.descriptions;
  const searched = d.name.map((name, n) => fold(
    [name, data.source(n), data.organisation(n), data.country(n), data.language(n), data.kinds[d.kind[n]][1]].join(" ")));
  const state = { by: "name", down: false, at: 0, need: null, open: new Set(), rows: [] };
  const field = (name) => form.querySelector(`[data-filter="${name}"]`);

  function wanted() {
    const terms = fold(field("text").value).split(/\s+/).filter(Boolean);
    const kind = field("kind").value;
    const verdict = field("need-verdict").value;
    const found = [];
    for (let n = 0; n < data.count; n += 1) {
      if (kind && String(d.kind[n]) !== kind) continue;
      if (!terms.every((term) => searched[n].includes(term))) continue;
      if (state.need !== null) {
        const outcome = data.outcome(n, state.need);
        if (!outcome) continue;
        if (verdict === "missed" ? !["not-stated", "not-met"].includes(outcome.verdict) : outcome.verdict !== verdict) continue;
      }
      found.push(n);
    }
    return found;
  }

  function cell(text, name) { return element("td", name, text); }

  function row(n) {
    const made = element("tr");
    made.dataset.n = n;
    const head = element("th", "name");
    head.scope = "row";
    const opens = element("button", "opens", visible(d.name[n]));
    opens.type = "button";
    opens.dir = "auto";
    opens.setAttribute("aria-expanded", String(state.open.has(n)));
    const line = d.line[n] === null ? "" : ` · ${filled(words["portfolio-line"], { n: d.line[n] })}`;
    const from = element("span", "soft", visible(data.source(n)) + line);
    from.dir = "auto";
    head.append(opens, from);
    const share = cell(d.coverage[n] === null ? "–" : `${Math.round(100 * d.coverage[n])} %`, "number");
    const svg = drawn("svg", { class: "share", "aria-hidden": "true" });
    svg.append(drawn("rect", { width: "100%", height: 9 }), drawn("rect", { width: `${100 * (d.coverage[n] ?? 0)}%`, height: 9 }));
    share.append(svg);
    made.append(head, cell(data.kinds[d.kind[n]][1]), cell(visible(data.organisation(n)) || "–"),
      cell(visible(data.country(n)) || "–"), share);
    for (let at = 0; at < 4; at += 1) made.append(cell(d.counts[at][n], "number"));
    return made;
  }

  function draw() {
    const last = Math.max(0, Math.ceil(state.rows.length / PER_PAGE) - 1);
    state.at = Math.min(Math.max(state.at, 0), last);
    const shown = document.createDocumentFragment();
    for (const n of state.rows.slice(state.at * PER_PAGE, (state.at + 1) * PER_PAGE)) {
      shown.append(row(n));
      if (state.open.has(n)) shown.append(openedRow(data, words, n));
    }
    body.replaceChildren(shown);
    form.querySelector(".count").textContent = filled(words["portfolio-rows-of"],
      { shown: grouped(state.rows.length), total: grouped(data.count) });
    section.querySelector(".none").hidden = state.rows.length > 0;
    pages.hidden = last === 0;
    pages.querySelector("span").textContent = filled(words["portfolio-page-of"], { n: grouped(state.at + 1), of: grouped(last + 1) });
    for (const button of pages.querySelectorAll("button")) {
      button.disabled = ["first", "back"].includes(button.dataset.page) ? state.at === 0 : state.at === last;
    }
    form.querySelector(".unranked").hidden = !(MERIT.test(state.by) && state.rows.some(data.unranked));
    for (const head of section.querySelectorAll("thead th")) {
      const mine = head.querySelector("[data-sort]").dataset.sort === state.by;
      if (mine) head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    const need = form.querySelector(".need");
    need.hidden = state.need === null;
    if (state.need !== null) {
      const [id, title] = data.requirements[state.need];
      need.querySelector("span").textContent = `${id} ${title}:`;
    }
  }

  function apply() {
    state.at = 0;
    state.rows = ordered(data, wanted(), state.by, state.down);
    draw();
  }

  function sort(by) {
    state.down = state.by === by ? !state.down : MERIT.test(by);
    state.by = by;
    apply();
  }

  function clear() {
    form.reset();
    state.need = null;
    apply();
  }

  function need(id, kind) {
    form.reset();
    state.need = id === null ? null : data.byId.get(id) ?? null;
    field("kind").value = kind ? String(data.kinds.findIndex((one) => one[0] === kind)) : "";
    apply();
    section.scrollIntoView();
    section.querySelector("table.rows button.opens")?.focus({ preventScroll: true });
  }

  function toggle(n) {
    if (state.open.has(n)) state.open.delete(n);
    else state.open.add(n);
    draw();
    body.querySelector(`tr[data-n="${n}"] .opens`)?.focus({ preventScroll: true });
  }

  /** Shows one description, whatever the filters say. */
  function show(n) {
    form.reset();
    state.need = null;
    state.rows = ordered(data, wanted(), state.by, state.down);
    state.at = Math.floor(state.rows.indexOf(n) / PER_PAGE);
    state.open.add(n);
    draw();
    const opens = body.querySelector(`tr[data-n="${n}"] .opens`);
    opens?.focus({ preventScroll: true });
    opens?.scrollIntoView({ block: "center" });
  }

  function turn(to) {
    state.at = { first: 0, back: state.at - 1, on: state.at + 1, last: Infinity }[to];
    if (state.at === Infinity) state.at = Math.ceil(state.rows.length / PER_PAGE) - 1;
    draw();
    section.scrollIntoView();
  }

  return { section, form, body, pages, apply, sort, clear, need, toggle, show, turn };
}
