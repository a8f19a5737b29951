// Looks through every page of the site, which opens from a folder: nothing is fetched.
(() => {
  "use strict";
  const base = document.currentScript.dataset.base;
  const pages = window.guidecheckPages || [];
  const bar = document.querySelector(".navbar .navbar-nav:last-of-type") || document.querySelector(".navbar .container");
  const form = document.createElement("form");
  form.className = "find";
  form.setAttribute("role", "search");
  form.innerHTML =
    '<input type="search" class="form-control form-control-sm" placeholder="Search" aria-label="Search" autocomplete="off"><ul hidden></ul>';
  bar.before(form);
  const [field, list] = form.children;
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  for (const page of pages) page.plain = plain(page.text);

  const rank = (page, words) => {
    let found = 0;
    for (const word of words) {
      const times = page.plain.split(word).length - 1;
      if (!times) return 0;
      found += Math.min(times, 5) + (plain(page.title).includes(word) ? 20 : 0);
    }
    return found;
  };

  const show = () => {
    const words = plain(field.value).split(/\s+/).filter((word) => word.length > 1);
    const found = pages
      .map((page) => [rank(page, words), page])
      .filter(([n]) => words.length && n)
      .sort((a, b) => b[0] - a[0])
      .slice(0, 8);
    list.replaceChildren(
      ...found.map(([, page]) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        const at = Math.max(page.plain.indexOf(words[0]) - 40, 0);
        link.href = `${base}/${page.url}`;
        link.textContent = page.title;
        const said = document.createElement("span");
        said.textContent = `…${page.text.slice(at, at + 110)}…`;
        link.append(said);
        item.append(link);
        return item;
      }),
    );
    if (words.length && !found.length) list.append(Object.assign(document.createElement("li"), { textContent: "Nothing found" }));
    list.hidden = !words.length;
  };
  field.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) location.href = first.href;
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") list.hidden = true;
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) list.hidden = true;
  });
})();
