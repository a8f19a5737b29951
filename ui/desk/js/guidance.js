// What the guidance asks, and what of it the draft holds.

import { el, fill, icon } from "./elements.js";

const MARKS = { held: "held", unbroken: "held", open: "not-stated", issue: "not-met" };

export function makeGuidance(model, t, act) {
  const element = el("section", { class: "gd-guidance", tabindex: "0", "aria-label": t("guidance-heading") });
  let drawn = "";
  return {
    element,
    update() {
      const row = model.row(model.current);
      const verdict = model.verdict(row.id);
      const key = JSON.stringify([row.id, verdict, model.rejudged[row.id] || 0]);
      if (key === drawn) return;
      const another = JSON.parse(drawn || "[0]")[0] !== row.id;
      drawn = key;
      fill(element, head(row, t), row.condition && condition(row, t, act), claims(row, t), missing(row, t),
        row.remedy && !["met", "not-applicable"].includes(verdict) && boxed("gd-remedy", t("remedy"), row.remedy),
        row.nearMiss && boxed("gd-near", t("near-miss"), row.nearMiss), provisions(row, t), related(row, t));
      if (another) element.scrollTop = 0;
    },
  };
}

function head(row, t) {
  const facts = [row.id, t(`strength-${row.strength}`), row.themeLabel].filter(Boolean).join(" · ");
  return [
    el("p", { class: "gd-facts" }, facts),
    el("h2", { dir: "auto", tabindex: "-1" }, row.title),
    el("p", { class: "gd-statement", dir: "auto" }, row.statement),
    el("p", { class: "gd-proposed" }, t("desk-proposed"), " ", icon(row.verdict), " ", el("b", {}, t(`verdict-${row.verdict}`)), " · ", row.sure,
      row.readBy && ` · ${row.readBy}`),
    row.review && el("p", { class: "gd-look" }, icon("look"), el("span", {}, row.readBy ? t("read-review-why") : t("needs-review-why"))),
  ];
}

function condition(row, t, act) {
  const told = row.applies && t(`condition-${row.applies.holds ? "holds" : "fails"}-${row.applies.why}`);
  const way = (holds) =>
    el("button", { type: "button", class: "gd-button", "aria-pressed": String(row.applies.holds === holds), disabled: !act.allowed,
      onclick: () => row.applies.holds === holds || act({ kind: "condition", holds }) }, t(holds ? "desk-condition-holds" : "desk-condition-fails"));
  return el("div", { class: "gd-condition" }, el("h3", {}, t("condition")), el("p", { dir: "auto" }, row.condition),
    told && el("p", { class: "gd-soft" }, told, row.applies.quote && [" ", el("q", { dir: "auto" }, row.applies.quote)]),
    row.applies && row.turns && el("div", { class: "gd-ways", role: "group", "aria-label": t("condition") }, way(true), way(false)));
}


function claims(row, t) {
  if (!row.claims.length) return row.verdict === "not-applicable" ? null : el("p", { class: "gd-soft" }, t("presence-only"));
  return [
    el("h3", {}, t("claims-heading")),
    el("ul", { class: "gd-claims" }, row.claims.map((claim) =>
      el("li", { class: `gd-claim-${claim.state}` }, icon(MARKS[claim.state]), el("div", {},
        el("b", {}, claim.name), " ",
        el("span", { class: "gd-state" }, t(`claim-${claim.state}`), claim.optional && `, ${t("claim-optional")}`),
        el("p", { dir: "auto" }, claim.said),
        claim.lacks.length > 0 && el("p", { class: "gd-lacks" }, t("claim-lacks", { what: claim.lacks.join(", ") })))))),
  ];
}

function missing(row, t) {
  if (!row.missing.length) return null;
  return [el("h3", {}, t("missing-heading")), el("ul", { class: "gd-missing" }, row.missing.map((item) => el("li", { dir: "auto" }, item)))];
}

function boxed(name, heading, text) {
  return el("div", { class: name }, el("h3", {}, heading), el("p", { dir: "auto" }, text));
}

function provisions(row, t) {
  if (!row.provisions.length) return null;
  return [
    el("h3", {}, t("provisions")),
    el("ul", { class: "gd-provisions" }, row.provisions.map((provision) =>
      el("li", {},
        el("p", { class: "gd-where" }, el("cite", {}, provision.document), `, ${provision.locator} · ${t(`strength-${provision.strength}`)}`),
        el("p", { dir: "auto" }, provision.statement), el("p", { class: "gd-id" }, provision.id)))),
  ];
}

function related(row, t) {
  return row.also.map((other) => el("p", { class: "gd-soft", dir: "auto" }, t("also-asked", { id: other.id }), " ", other.title));
}
