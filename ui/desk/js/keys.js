// One key for each thing that is done often. Keys are left alone while somebody writes.

import { el } from "./elements.js";

export const KEYS = [
  [["a", "Enter"], "desk-key-accept", (act) => act.accept()],
  [["1", "2", "3", "4", "5"], "desk-key-correct", (act, key) => act.correctNth(Number(key) - 1)],
  [["x"], "desk-key-not-applicable", (act) => act.correctNth(4)],
  [["j", "ArrowDown"], "desk-key-next", (act) => act.step(1)],
  [["k", "ArrowUp"], "desk-key-previous", (act) => act.step(-1)],
  [["n", "ArrowRight"], "desk-key-next-passage", (act) => act.passage(1)],
  [["p", "ArrowLeft"], "desk-key-previous-passage", (act) => act.passage(-1)],
  [["s"], "desk-key-choose", (act) => act.choosePassage()],
  [["c"], "desk-key-comment", (act) => act.write()],
  [["u"], "desk-key-undo", (act) => act.undoLast()],
  [["g"], "desk-key-open", (act) => act.next()],
  [["/"], "desk-key-search", (act) => act.search()],
  [["l"], "desk-key-list", (act) => act.list()],
  [["?"], "desk-key-help", (act) => act.help()],
];

// Keys that scroll or press something when the focus is there.
const OWN = { Enter: "button, a, select, summary", ArrowDown: "select, .gd-paper, .gd-guidance, summary", ArrowUp: "select, .gd-paper, .gd-guidance, summary", ArrowLeft: "select", ArrowRight: "select" };

export function listen(root, act) {
  const heard = (event) => {
    if (!root.isConnected || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target;
    const inside = root.contains(target) || target === document.body || target === document.documentElement;
    if (!inside || document.querySelector('[role="dialog"]:not(.gd-help)')) return;
    if (event.key === "Escape" && target.matches("input, textarea")) {
      target.blur();
      act.home();
      return;
    }
    if (target.matches("input, textarea, [contenteditable]")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const found = KEYS.find(([keys]) => keys.includes(key));
    if (!found || (OWN[key] && target.closest(OWN[key]) && !(key === "Enter" && target.closest(".gd-row.gd-current")))) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat || /^Arrow|^[jknp]$/.test(key)) found[2](act, key);
  };
  document.addEventListener("keydown", heard, true);
  return () => document.removeEventListener("keydown", heard, true);
}

const NAMES = { ArrowDown: "↓", ArrowUp: "↑", ArrowRight: "→", ArrowLeft: "←" };

export function makeHelp(t) {
  const close = el("button", { type: "button", class: "gd-button", onclick: () => dialog.close() }, t("desk-close"));
  const dialog = el("dialog", { class: "gd-help", "aria-label": t("desk-keys") }, el("h2", {}, t("desk-keys")),
    el("dl", {}, KEYS.map(([keys, text]) => [
      el("dt", {}, (keys.length === 5 ? ["1–5"] : keys).map((key) => el("kbd", {}, NAMES[key] || (key.length === 1 ? key.toUpperCase() : key)))),
      el("dd", {}, t(text)),
    ])), close);
  return dialog;
}
