/** The heat map by pointer and keys: its numbers in words above it, arrows from cell to cell, Enter to the list. */
function connectHeat(table, readout, choose) {
  const say = (cell) => { readout.textContent = cell ? cell.title : readout.dataset.empty; };
  table.addEventListener("pointerover", (event) => say(event.target.closest("td[title]")));
  table.addEventListener("pointerleave", () => say(null));
  table.addEventListener("focusin", (event) => say(event.target.closest("td[title]")));
  const first = table.querySelector("td[title]");
  if (first) first.tabIndex = 0;
  const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td[title]");
    if (!cell) return;
    if (event.key === "Enter") choose(cell);
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    let [row, at] = [cell.parentElement, cell.cellIndex];
    let next;
    do {
      row = step[0] > 0 ? row.nextElementSibling : step[0] < 0 ? row.previousElementSibling : row;
      at += step[1];
      next = row && row.cells[at];
    } while (next && !next.title);
    if (!next || next.tagName !== "TD") return;
    cell.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  table.addEventListener("click", (event) => {
    const cell = event.target.closest("td[title]");
    if (cell) choose(cell);
  });
}

function connectRows(rows) {
  let waiting = 0;
  rows.form.addEventListener("submit", (event) => event.preventDefault());
  rows.form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(rows.apply, event.target.type === "search" ? 120 : 0);
  });
  rows.section.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { sort, page: to, do: act } = button.dataset;
    if (sort) rows.sort(sort);
    else if (to) rows.turn(to);
    else if (act === "clear") rows.clear();
    else if (act === "need-away") rows.need(null, "");
    else if (button.matches(".opens")) rows.toggle(Number(button.closest("tr").dataset.n));
  });
  document.addEventListener("click", (event) => {
    const needed = event.target.closest("button[data-need]");
    if (needed) rows.need(needed.dataset.need, "");
    const open = event.target.closest("a[data-open]");
    if (open && Number(open.dataset.open) < rows.count) {
      event.preventDefault();
      rows.show(Number(open.dataset.open));
    }
  });
}

/** A theme that the address names is opened; on paper all are. */
function connectThemes() {
  const follow = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.matches("details")) target.open = true;
  };
  window.addEventListener("hashchange", follow);
  follow();
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details.theme:not([open])")];
    for (const theme of closed) theme.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const theme of closed) theme.open = false;
  });
}

async function start() {
  connectThemes();
  const section = document.getElementById("rows");
  if (!section) return;
  const words = JSON.parse(textOf(bytesOf("words")));
  let rows = null;
  for (const table of document.querySelectorAll("table.heat")) {
    connectHeat(table, document.querySelector(".readout"), (cell) => {
      rows?.need(cell.parentElement.dataset.need ?? null, cell.dataset.kind);
    });
  }
  try {
    const data = await readPortfolio();
    rows = { ...makeRows(data, words, section), count: data.count };
  } catch {
    const told = document.getElementById("unpacked-not");
    told.textContent = words["portfolio-unpacked-not"];
    told.hidden = false;
    page.classList.remove("js");
    return;
  }
  connectRows(rows);
  rows.apply();
  page.classList.add("ready");
}

document.addEventListener("DOMContentLoaded", start);
