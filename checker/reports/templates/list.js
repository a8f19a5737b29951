const STRENGTHS = ["must", "should", "may"];

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What is searched in a card: its id, title, guidance and passages. Read once, when first needed. */
function words(card) {
  if (!card.words) {
    const parts = card.element.querySelectorAll(".find-in, summary .id, .path");
    card.words = fold([...parts].map((part) => part.textContent).join("\n"));
  }
  return card.words;
}

function readCards(list) {
  return [...list.querySelectorAll(".card")].map((element, urgency) => {
    const data = element.dataset;
    return {
      element, urgency, id: Number(data.id), theme: Number(data.theme), themeKey: data.theme,
      verdicts: data.verdicts.split(" "), strength: data.strength, duty: STRENGTHS.indexOf(data.strength),
      documents: data.document.split(" "), review: Number(data.review),
    };
  });
}

const ORDERS = {
  verdict: (a, b) => a.urgency - b.urgency,
  strength: (a, b) => a.duty - b.duty || a.urgency - b.urgency,
  theme: (a, b) => a.theme - b.theme || a.id - b.id,
  id: (a, b) => a.id - b.id,
};

function readFilters(form) {
  const value = (name) => form.querySelector(`[data-filter="${name}"]`).value;
  return {
    verdicts: [...form.querySelectorAll('[data-filter="verdict"]:checked')].map((box) => box.value),
    review: form.querySelector('[data-filter="review"]').checked,
    strength: value("strength"), theme: value("theme"), document: value("document"),
    terms: fold(value("text")).split(/\s+/).filter(Boolean),
  };
}

/** True where the card passes every filter but the one on verdicts. */
function passes(card, wanted) {
  return (!wanted.review || card.review > 0)
    && (!wanted.strength || card.strength === wanted.strength)
    && (!wanted.theme || card.themeKey === wanted.theme)
    && (!wanted.document || card.documents.includes(wanted.document))
    && wanted.terms.every((term) => words(card).includes(term));
}

/** Filters, counts and sorting of one draft's list. */
function makeList(section) {
  const form = section.querySelector(".filters");
  const box = section.querySelector(".cards");
  const cards = readCards(box);
  const count = form.querySelector(".count");

  function apply() {
    const wanted = readFilters(form);
    const found = {};
    let shown = 0;
    let all = 0;
    let review = 0;
    for (const card of cards) {
      const rest = passes(card, wanted);
      const here = rest && (!wanted.verdicts.length || card.verdicts.some((verdict) => wanted.verdicts.includes(verdict)));
      for (const verdict of rest ? card.verdicts : []) found[verdict] = (found[verdict] || 0) + 1;
      all += card.verdicts.length;
      if (here) shown += card.verdicts.length;
      if (here) review += card.review;
      if (card.element.hidden === here) card.element.hidden = !here;
    }
    for (const input of form.querySelectorAll('[data-filter="verdict"]')) {
      input.parentElement.querySelector("b").textContent = found[input.value] || 0;
    }
    form.querySelector('[data-filter="review"]').parentElement.querySelector("b").textContent = review;
    count.textContent = count.dataset.text.replace("{shown}", shown).replace("{total}", all);
    section.querySelector(".none").hidden = shown > 0;
    form.classList.toggle("filtered", shown < all);
  }

  function sort() {
    cards.sort(ORDERS[form.querySelector("[data-sort]").value]);
    const rows = document.createDocumentFragment();
    for (const card of cards) rows.append(card.element);
    box.append(rows);
  }

  function clear() {
    const order = form.querySelector("[data-sort]").value;
    form.reset();
    form.querySelector("[data-sort]").value = order;
    apply();
  }

  function set(name, value) {
    clear();
    const field = form.querySelector(`[data-filter="${name}"]${name === "verdict" ? `[value="${value}"]` : ""}`);
    if (name === "verdict") field.checked = true;
    else field.value = value;
    apply();
  }

  function open(yes) {
    for (const card of cards) if (!card.element.hidden) card.element.open = yes;
  }

  return { section, form, apply, sort, clear, set, open };
}
