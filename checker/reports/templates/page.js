const page = document.documentElement;
page.classList.add("js", "starting");

function connect(list) {
  let waiting = 0;
  list.form.addEventListener("submit", (event) => event.preventDefault());
  list.form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (event.target.matches("[data-sort]")) list.sort();
    else waiting = setTimeout(list.apply, event.target.type === "search" ? 120 : 0);
  });
  list.form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    const action = button && button.dataset.do;
    if (action === "clear") list.clear();
    else if (action === "open" || action === "close") list.open(action === "open");
    else if (action === "more") {
      button.setAttribute("aria-expanded", String(list.form.classList.toggle("unfolded")));
    }
  });
  const draft = list.section.closest(".draft");
  draft.addEventListener("click", (event) => {
    const link = event.target.closest("[data-set]");
    if (link) list.set(link.dataset.set, link.dataset.value);
  });
}

/** Shows the draft that the address names, or the first; "#all" shows them one after another. */
function showDraft(drafts, target) {
  const all = location.hash === "#all";
  const chosen = (target && target.closest(".draft")) || drafts.find((draft) => !draft.hidden) || drafts[0];
  for (const draft of drafts) draft.hidden = !all && draft !== chosen;
  for (const link of document.querySelectorAll(".index a")) {
    const here = link.hash === (all ? "#all" : `#${chosen.id}`);
    if (here) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
    const row = link.closest("tr");
    if (row) row.classList.toggle("here", here);
  }
}

/** Brings the requirement that the address names into view, opened, whatever the filters say. */
function showCard(lists, target) {
  const card = target && target.closest(".card");
  if (!card) return;
  const list = lists.find((one) => one.section.contains(card));
  if (card.hidden) list.clear();
  card.open = true;
  card.scrollIntoView({ block: "start" });
  card.querySelector("summary").focus({ preventScroll: true });
}

/** Details that a reader left closed are open on paper. */
function openForPrint() {
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details.card:not([open])")];
    for (const card of closed) card.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const card of closed) card.open = false;
  });
}

/** The element that the address names, if there is one. */
function addressed() {
  const name = location.hash.slice(1);
  return document.getElementById(name);
}

function start() {
  for (const part of document.querySelectorAll("details[open]")) part.open = false;
  const lists = [...document.querySelectorAll(".list")].map(makeList);
  const drafts = [...document.querySelectorAll(".draft")];
  for (const list of lists) {
    connect(list);
    list.form.reset();
    list.apply();
  }
  openForPrint();
  const follow = () => {
    const target = addressed();
    if (drafts.length) showDraft(drafts, target);
    showCard(lists, target);
    if (target && drafts.length > 1 && !target.closest(".card")) target.scrollIntoView();
  };
  window.addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) follow();
  });
  page.classList.remove("starting");
  follow();
}

document.addEventListener("DOMContentLoaded", start);
