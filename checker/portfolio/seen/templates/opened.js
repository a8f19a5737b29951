/** One requirement of an opened description. */
function requirementLine(data, words, at, outcome) {
  const [id, title, , strength] = data.requirements[at];
  const line = element("li", `v-${outcome.verdict}`);
  line.dataset.verdict = outcome.verdict;
  line.append(icon(outcome.verdict), element("span", "id", id), ` ${title} `);
  line.append(element("span", `tag s-${data.strengths[strength]}`, words[`strength-${data.strengths[strength]}`]));
  line.append(element("span", "unseen", words[`verdict-${outcome.verdict}`]));
  if (outcome.look) line.append(" ", element("span", "look", words["needs-review"]));
  if (outcome.lacks.length && ["partly-met", "not-met"].includes(outcome.verdict)) {
    const names = outcome.lacks.map((claim) => data.claims[claim] || claim).join("; ");
    line.append(element("div", "lacks", filled(words["portfolio-lacks"], { what: visible(names) })));
  }
  return line;
}

function verdictChips(data, words, found, list) {
  const box = element("div", "chips");
  for (const verdict of data.verdicts) {
    const label = element("label", `v-${verdict}`);
    const input = element("input");
    input.type = "checkbox";
    input.value = verdict;
    input.checked = verdict !== "not-applicable";
    label.append(input, icon(verdict), element("span", "", words[`verdict-${verdict}`]), " ",
      element("b", "", found.filter((one) => one.outcome.verdict === verdict).length));
    box.append(label);
  }
  const apply = () => {
    const shown = new Set([...box.querySelectorAll("input:checked")].map((input) => input.value));
    for (const line of list.querySelectorAll("li")) line.classList.toggle("gone", !shown.has(line.dataset.verdict));
    for (const group of list.querySelectorAll(".group")) {
      group.classList.toggle("gone", !group.nextElementSibling.querySelector("li:not(.gone)"));
    }
  };
  box.addEventListener("change", apply);
  return [box, apply];
}

/** The row below a description that is open: its requirements by theme. */
function openedRow(data, words, n) {
  const row = element("tr", "opened");
  const cell = element("td");
  cell.colSpan = 9;
  const found = data.requirements.map((_, at) => ({ at, outcome: data.outcome(n, at) })).filter((one) => one.outcome);
  const list = element("div");
  data.themes.forEach(([, label], theme) => {
    const mine = found.filter((one) => data.requirements[one.at][2] === theme);
    if (!mine.length) return;
    const lines = element("ul");
    for (const one of mine) lines.append(requirementLine(data, words, one.at, one.outcome));
    list.append(element("div", "group", label), lines);
  });
  const [chips, apply] = verdictChips(data, words, found, list);
  if (data.taken(n)) cell.append(element("p", "taken", visible(data.taken(n))));
  cell.append(chips, list);
  row.append(cell);
  apply();
  return row;
}
