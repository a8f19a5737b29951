"use strict";
// The search: its index is a script that is loaded when the box is first used, so that it also works from a disk.
(() => {
  const box = document.getElementById("search");
  const list = document.getElementById("results");
  const said = document.getElementById("said");
  if (!box) return;
  const root = document.documentElement.dataset.root;
  const SHOWN = 30;
  let entries = null;
  let loading = false;
  let at = -1;

  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", "results"],
    ["aria-autocomplete", "list"]]) box.setAttribute(name, value);

  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function load() {
    if (loading) return;
    loading = true;
    const script = document.createElement("script");
    script.src = box.dataset.index;
    script.onload = () => {
      entries = window.guidecheckIndex.map(([what, address, id, title, more]) =>
        ({ what, address, id, title, name: fold(id), head: fold(title), all: fold(`${id} ${title} ${more}`) }));
      show();
    };
    script.onerror = () => { loading = false; };
    document.head.append(script);
  }

  function score(entry, words, whole) {
    let points = entry.name === whole ? 100 : entry.head === whole ? 60 : 0;
    for (const word of words) {
      const found = entry.all.indexOf(word);
      if (found < 0) return 0;
      const starts = found === 0 || !/[\p{L}\p{N}]/u.test(entry.all[found - 1]);
      points += 1 + (starts ? 2 : 0);
      if (entry.name.startsWith(word)) points += entry.what === "t" ? 4 : 12;
      const inHead = entry.head.indexOf(word);
      if (inHead >= 0) points += inHead === 0 || !/[\p{L}\p{N}]/u.test(entry.head[inHead - 1]) ? 8 : 3;
    }
    if (entry.head.includes(whole)) points += 10;
    return points + { r: 6, t: 2, p: 0 }[entry.what] - entry.head.length / 1000;
  }

  function hits() {
    const whole = fold(box.value).trim();
    const words = whole.split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    return entries.map((entry) => [score(entry, words, whole), entry]).filter(([points]) => points > 0)
      .sort((one, two) => two[0] - one[0]);
  }

  function row(entry, n) {
    const item = document.createElement("li");
    item.id = `hit-${n}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const link = document.createElement("a");
    link.href = root + entry.address;
    link.tabIndex = -1;
    for (const [name, text] of [["what", box.dataset[entry.what]], ["id", entry.id], ["", entry.title]]) {
      const part = document.createElement("span");
      part.className = name;
      part.textContent = name === "" && text.length > 130 ? `${text.slice(0, 128)}…` : text;
      link.append(part, " ");
    }
    link.addEventListener("click", close);
    item.append(link);
    return item;
  }

  function show() {
    if (!entries) return;
    at = -1;
    const found = hits();
    const empty = !box.value.trim();
    list.replaceChildren(...found.slice(0, SHOWN).map(([, entry], n) => row(entry, n)));
    const text = found.length ? box.dataset.some.replace("{n}", found.length) : box.dataset.none;
    if (!empty && !found.length) {
      const none = document.createElement("li");
      none.className = "none";
      none.textContent = text;
      list.append(none);
    }
    said.textContent = empty ? "" : text;
    list.hidden = empty;
    box.setAttribute("aria-expanded", String(!empty));
    box.removeAttribute("aria-activedescendant");
    if (found.length) choose(0);
  }

  function choose(n) {
    const options = list.querySelectorAll("[role=option]");
    if (!options.length) return;
    if (options[at]) options[at].setAttribute("aria-selected", "false");
    at = (n + options.length) % options.length;
    options[at].setAttribute("aria-selected", "true");
    options[at].scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", options[at].id);
  }

  function close() {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  box.addEventListener("focus", load);
  box.addEventListener("input", () => { load(); show(); });
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) show();
      else choose(at + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Escape") {
      close();
    }
  });
  box.form.addEventListener("submit", (event) => {
    const link = list.hidden ? null : list.querySelector("[aria-selected=true] a");
    if (!link) { if (box.value.trim()) event.preventDefault(); return; }
    event.preventDefault();
    location.href = link.href;
    close();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.ctrlKey || event.metaKey || event.altKey;
    if (event.key === "/" && !typing) { event.preventDefault(); box.focus(); box.select(); }
  });
  document.addEventListener("click", (event) => { if (!box.form.contains(event.target)) close(); });
})();
