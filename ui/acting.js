// Shows a table that the server wrote and tells it what was pressed or entered. Folding and moving about by arrow
// keys stay in the browser. A wide table comes short: a row names its cells, and each is copied from a <template>.
// A long one comes once, and apart from it what its rows hold, which a second component brings after every act.
const lives = (window.guidecheckLives ??= {});

export default function ({ parentElement, data, setTriggerValue }) {
  let host = parentElement.querySelector(".gc-acting");
  if (!host) {
    host = document.createElement("div");
    host.className = "gc-acting";
    host.dataset.name = data.name;
    host.folded = new Set(data.folded || []);
    host.untold = [];
    host.number = 0;
    host.hold = () => hold(host);
    parentElement.append(host);
    listen(host);
  }
  host.tell = (act, value) => {
    host.untold.push([++host.number, act, value]);
    setTriggerValue("act", host.untold);
  };
  if (data.done !== undefined) lives[data.name] = data;
  host.wanted = data.html;
  hold(host);
}

// Brings what the server says last, once it has answered all that it was told.
function hold(host) {
  const live = lives[host.dataset.name];
  if (live) {
    host.number = Math.max(host.number, live.done);
    host.untold = host.untold.filter(([number]) => number > live.done);
  }
  if (host.untold.length) return;
  if (host.shown !== host.wanted) {
    const kept = keep(host);
    host.shown = host.wanted;
    draw(host, host.wanted);
    fill(host);
    if (live?.values) put(host, live.values);
    host.folded.forEach((name) => fold(host, name, true));
    rove(host);
    restore(host, kept);
  } else if (live?.values) {
    put(host, live.values);
  }
}

// The first control of a row says whether the others can be used.
function put(host, values) {
  host.querySelectorAll("tr[data-key]").forEach((row) => {
    const said = values[row.dataset.key] ?? [];
    const [first, ...others] = row.querySelectorAll("input, select");
    first.checked = said[0] === "on";
    first.indeterminate = said[0] === "some";
    const off = !said[0];
    row.classList.toggle("gc-off", off);
    others.forEach((control, n) => {
      const value = said[n + 1] ?? control.dataset.own;
      const typing = document.activeElement === control && control.value !== control.defaultValue;
      if (control.type === "number") control.defaultValue = value;
      if (!(typing && control.type === "number") && control.value !== value) control.value = value;
      control.disabled = off;
      control.classList.toggle("gc-changed", !off && control.dataset.own !== "" && value !== control.dataset.own);
    });
    const count = row.querySelector("[data-said]");
    if (count) count.textContent = said[others.length + 1] ?? count.dataset.said;
  });
}

function listen(host) {
  host.addEventListener("click", ({ target }) => {
    const pressed = target.closest("[data-act], [data-cell], [data-fold], [data-fold-all]");
    if (!pressed || pressed.matches("input, select")) return;
    if (pressed.dataset.cell !== undefined) {
      focus(host, pressed);
      host.tell("cell", place(pressed));
    } else if (pressed.dataset.foldAll !== undefined) {
      const shut = pressed.dataset.foldAll === "shut";
      host.querySelectorAll("[data-fold]").forEach((one) => fold(host, one.dataset.fold, shut));
    } else if (pressed.dataset.fold !== undefined) {
      fold(host, pressed.dataset.fold, pressed.getAttribute("aria-expanded") === "true");
    } else if (!pressed.disabled) {
      host.tell(pressed.dataset.act, pressed.dataset.value ?? "");
    }
  });
  host.addEventListener("change", ({ target }) => {
    if (!target.matches("input[data-act], select[data-act]")) return;
    if (target.type === "number" && target.value === "" && !target.validity.badInput) target.value = target.defaultValue;
    else if (target.type === "checkbox") host.tell(target.dataset.act, target.dataset.value);
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

// Rows with a data-key are drawn anew only where they changed, unless something around them did.
function draw(host, html) {
  const sent = document.createElement("template");
  sent.innerHTML = html;
  const fresh = [...sent.content.querySelectorAll("tr[data-key]")];
  const sources = fresh.map((row) => row.outerHTML);
  const keys = fresh.map((row) => row.dataset.key).join("\n");
  fresh.forEach((row) => row.remove());
  const around = keys + sent.innerHTML;
  if (fresh.length && host.around === around) {
    const rows = [...host.querySelectorAll("tr[data-key]")];
    rows.forEach((row, n) => sources[n] !== host.sources[n] && row.replaceWith(fresh[n]));
  } else {
    host.innerHTML = html;
  }
  [host.around, host.sources] = [around, sources];
}

function fill(host) {
  const cells = {};
  host.querySelectorAll("template[data-of]").forEach((one) => (cells[one.dataset.of] = one.content.firstElementChild));
  host.querySelectorAll("tr[data-cells]").forEach((row) => {
    row.append(...row.dataset.cells.split(" ").map((name) => cells[name].cloneNode(true)));
  });
  host.querySelectorAll("input[data-mixed]").forEach((one) => (one.indeterminate = true));
}

function place(cell) {
  const row = cell.closest("tr");
  const before = row.cells.length - row.dataset.cells.split(" ").length;
  return `${row.dataset.row} ${cell.closest("td").cellIndex - before}`;
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
  const rows = [...host.querySelectorAll("tr[data-cells]")].filter((row) => !row.hidden);
  let row = rows.indexOf(cell.closest("tr"));
  let column = [...rows[row].cells].indexOf(cell.closest("td"));
  while (rows[(row += down)]?.cells[(column += right)]) {
    const next = rows[row].cells[column].querySelector("[data-cell]");
    if (next) return next;
  }
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
  const cell = at?.matches("[data-cell]") ? place(at) : undefined;
  const typed = at?.matches("input[type=number]") && at.value !== at.defaultValue ? at.value : undefined;
  const open = new Set([...host.querySelectorAll("details[data-name][open]")].map((one) => one.dataset.name));
  const [left, top] = [box?.scrollLeft ?? 0, box?.scrollTop ?? 0];
  return { name: at?.dataset.act, value: at?.dataset.value, cell, typed, open, left, top };
}

function restore(host, { name, value, cell, typed, open, left, top }) {
  host.querySelectorAll("details[data-name]").forEach((one) => (one.open = open.has(one.dataset.name)));
  const box = host.querySelector(".gc-scroll");
  if (box) [box.scrollLeft, box.scrollTop] = [left, top];
  if (cell) {
    const again = [...host.querySelectorAll("[data-cell]")].find((one) => place(one) === cell);
    if (again) focus(host, again);
  }
  if (name === undefined) return;
  const again = [...host.querySelectorAll("[data-act]")].find(
    (one) => one.dataset.act === name && one.dataset.value === value,
  );
  if (!again || again === document.activeElement) return;
  again.focus({ preventScroll: true });
  if (typed === undefined || typed === again.defaultValue) return;
  again.value = typed; // half typed when the table came anew: told when the person goes on
  again.addEventListener("blur", () => again.dispatchEvent(new Event("change", { bubbles: true })), { once: true });
}
