// Shows a table that the server wrote and tells it what was pressed or entered. Folding and moving about by arrow
// keys stay in the browser.
export default function ({ parentElement, data, setTriggerValue }) {
  let host = parentElement.querySelector(".gc-acting");
  if (!host) {
    host = document.createElement("div");
    host.className = "gc-acting";
    host.folded = new Set(data.folded || []);
    parentElement.append(host);
    listen(host);
  }
  host.tell = (act, value) => setTriggerValue("act", [act, value]);
  if (host.shown === data.html) return;
  const kept = keep(host);
  host.innerHTML = data.html;
  host.shown = data.html;
  host.folded.forEach((name) => fold(host, name, true));
  rove(host);
  restore(host, kept);
}

function listen(host) {
  host.addEventListener("click", ({ target }) => {
    const pressed = target.closest("[data-act], [data-fold], [data-fold-all]");
    if (!pressed || pressed.matches("input")) return;
    if (pressed.dataset.foldAll !== undefined) {
      const shut = pressed.dataset.foldAll === "shut";
      host.querySelectorAll("[data-fold]").forEach((one) => fold(host, one.dataset.fold, shut));
    } else if (pressed.dataset.fold !== undefined) {
      fold(host, pressed.dataset.fold, pressed.getAttribute("aria-expanded") === "true");
    } else if (!pressed.disabled) {
      host.tell(pressed.dataset.act, pressed.dataset.value ?? "");
    }
  });
  host.addEventListener("change", ({ target }) => {
    if (!target.matches("input[data-act]")) return;
    if (target.type === "checkbox") host.tell(target.dataset.act, target.dataset.value);
    else if (target.checkValidity()) host.tell(target.dataset.act, `${target.dataset.value} ${target.value}`);
    else target.reportValidity();
  });
  host.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    const cell = event.target.closest("[data-cell]");
    if (!step || !cell) return;
    const next = beside(host, cell, step);
    event.preventDefault();
    if (next) focus(host, next);
  });
}

function fold(host, name, shut) {
  shut ? host.folded.add(name) : host.folded.delete(name);
  host.querySelectorAll("[data-fold]").forEach((button) => {
    if (button.dataset.fold === name) button.setAttribute("aria-expanded", String(!shut));
  });
  host.querySelectorAll("tr[data-in]").forEach((row) => {
    if (row.dataset.in === name) row.hidden = shut;
  });
}

function beside(host, cell, [down, right]) {
  const rows = [...host.querySelectorAll("tr")].filter((row) => !row.hidden && row.querySelector("[data-cell]"));
  const row = rows.indexOf(cell.closest("tr"));
  const cells = [...rows[row].querySelectorAll("[data-cell]")];
  const column = cells.indexOf(cell) + right;
  return rows[row + down]?.querySelectorAll("[data-cell]")[column];
}

function focus(host, cell) {
  host.querySelectorAll('[data-cell][tabindex="0"]').forEach((one) => (one.tabIndex = -1));
  cell.tabIndex = 0;
  cell.focus();
}

function rove(host) {
  host.querySelectorAll("[data-cell]").forEach((cell, n) => (cell.tabIndex = n ? -1 : 0));
}

function keep(host) {
  const at = host.contains(document.activeElement) ? document.activeElement : null;
  const box = host.querySelector(".gc-scroll");
  return { name: at?.dataset.act, value: at?.dataset.value, left: box?.scrollLeft ?? 0, top: box?.scrollTop ?? 0 };
}

function restore(host, { name, value, left, top }) {
  const box = host.querySelector(".gc-scroll");
  if (box) [box.scrollLeft, box.scrollTop] = [left, top];
  if (name === undefined) return;
  const again = [...host.querySelectorAll("[data-act]")].find(
    (one) => one.dataset.act === name && one.dataset.value === value,
  );
  if (again?.matches("[data-cell]")) focus(host, again);
  else again?.focus({ preventScroll: true });
}
