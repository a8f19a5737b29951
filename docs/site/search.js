// Looks through every section of the site, which opens from a folder: nothing is fetched.
(() => {
  "use strict";
  const base = document.currentScript.dataset.base;
  const most = 10;
  const bar = document.querySelector(".navbar .navbar-nav:last-of-type") || document.querySelector(".navbar .container");
  const form = document.createElement("form");
  form.className = "find";
  form.setAttribute("role", "search");
  form.innerHTML =
    '<input type="search" class="form-control form-control-sm" placeholder="Search" aria-label="Search" autocomplete="off"><ul hidden></ul>';
  bar.before(form);
  const [field, list] = form.children;
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const sections = (window.guidecheckPages || []).map((section) => ({
    ...section,
    head: plain(`${section.title} ${section.heading}`),
    plain: plain(section.text),
  }));

  // A word is found where one begins so, without the ending of its plural or verb.
  const begins = (word) => {
    const stem = word.length > 4 ? word.replace(/(?:ies|es|s|ing|ed)$/, "") : word;
    return new RegExp(`(?<![a-z0-9])${stem.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "g");
  };
  const times = (text, word) => (text.match(word) || []).length;
  // What to do comes before why it is so.
  const explains = /^(?:decisions|modelling|performance|threat-model|cases)/;
  const rank = (section, words) => {
    let found = 0;
    let missing = 0;
    for (const word of words) {
      const here = Math.min(times(section.plain, word), 5) + 20 * Math.min(times(section.head, word), 1);
      found += here;
      if (!here) missing += 1;
    }
    return { found: explains.test(section.url) ? found / 2 : found, missing };
  };

  const found = (asked) => {
    const texts = plain(asked).split(/\s+/).filter((word) => word.length > 1);
    const words = texts.map(begins);
    const phrase = texts.join(" ");
    const ranked = sections
      .map((section) => ({ section, ...rank(section, words) }))
      .filter((one) => words.length && !one.missing)
      .map((one) => ({ ...one, found: one.found + (words.length > 1 && one.section.plain.includes(phrase) ? 15 : 0) }))
      .sort((a, b) => b.found - a.found);
    return { words, phrase, ranked: ranked.slice(0, most).map((one) => one.section) };
  };

  const line = (section, words, phrase) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `${base}/${section.url}`;
    link.textContent = section.heading ? `${section.title}: ${section.heading}` : section.title;
    const together = section.plain.indexOf(phrase);
    const apart = words.map((word) => section.plain.search(word));
    const places = (together < 0 ? apart : [together]).filter((at) => at >= 0);
    const near = Math.max(Math.min(...places, section.plain.length) - 40, 0);
    const at = places.length ? Math.max(section.plain.lastIndexOf(" ", near), 0) : 0;
    const said = document.createElement("span");
    said.textContent = `${at ? "… " : ""}${section.text.slice(at, at + 110).trim()} …`;
    link.append(said);
    item.append(link);
    return item;
  };

  const nothing = () => {
    const item = Object.assign(document.createElement("li"), { className: "none" });
    const book = document.createElement("a");
    book.href = `${base}/how-to/build-the-reference.html`;
    book.textContent = "the reference book";
    item.append("Nothing found. These pages are in English; requirements and guidance, in three languages, stand in ", book, ".");
    return item;
  };

  const show = () => {
    const { words, phrase, ranked } = found(field.value);
    list.replaceChildren(...ranked.map((section) => line(section, words, phrase)));
    if (words.length && !ranked.length) list.append(nothing());
    list.hidden = !words.length;
  };
  field.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("li:not(.none) a");
    if (first) location.href = first.href;
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") list.hidden = true;
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [field, ...list.querySelectorAll("a")];
    const to = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (to) to.focus();
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) list.hidden = true;
  });
})();
