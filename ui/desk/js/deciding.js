// The decision on one requirement: verdict, reason, comment, undo.

import { el, fill, icon } from "./elements.js";
import { VERDICTS } from "./model.js";

export function makeDeciding(model, t, act, drafts) {
  const told = el("div", { class: "gd-told", role: "alert" });
  const accept = el("button", { type: "button", class: "gd-button gd-primary", onclick: () => act.accept() });
  const undo = el("button", { type: "button", class: "gd-button", onclick: () => act.undo(), title: "U" }, t("desk-undo"));
  const verdicts = VERDICTS.map((name, n) =>
    el("button", { type: "button", class: `gd-verdict gd-v-${name}`, onclick: () => act.correct(name), title: t(`meaning-${name}`) },
      icon(name), el("span", {}, t(`verdict-${name}`)), el("kbd", { "aria-hidden": "true" }, n + 1)));
  const why = el("input", { type: "text", class: "gd-why", maxlength: "2000", placeholder: t("desk-why-hint"), "aria-label": t("desk-why") });
  const comment = el("textarea", { class: "gd-comment", rows: "1", placeholder: t("desk-comment-hint"), "aria-label": t("desk-comment") });
  const by = el("p", { class: "gd-by" });
  const element = el("section", { class: "gd-deciding", "aria-label": t("desk-decision") }, told,
    el("div", { class: "gd-verdicts", role: "group", "aria-label": t("verdict") }, verdicts), el("div", { class: "gd-words" }, why, comment),
    el("div", { class: "gd-acts" }, accept, undo, by));
  let shown = null;
  let asked = null; // the requirement whose verdict was just said, so that whatever is typed next is its reason

  why.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    act.why(why.value.trim());
    act.next();
  });
  why.addEventListener("input", () => drafts.keep(shown, "why", why.value));
  why.addEventListener("blur", () => shown && act.why(why.value.trim(), shown));
  comment.addEventListener("input", () => drafts.keep(shown, "comment", comment.value));
  comment.addEventListener("blur", () => shown && act.comment(comment.value.trim(), shown));
  comment.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    comment.blur();
  });

  return {
    element,
    why,
    comment,
    askWhy() {
      asked = model.current;
      this.update();
      why.focus();
    },
    update() {
      const id = model.current;
      const row = model.row(id);
      const state = model.state(id);
      const kept = drafts.of(id);
      if (shown !== id || document.activeElement !== why) why.value = kept.why ?? state.why;
      if (shown !== id || document.activeElement !== comment) comment.value = kept.comment ?? state.comment;
      if (asked !== id) asked = null;
      shown = id;
      const verdict = state.verdict || row.verdict;
      const corrected = state.verdict !== null && state.verdict !== row.verdict;
      VERDICTS.forEach((name, n) => {
        verdicts[n].setAttribute("aria-pressed", String(state.verdict === name));
        verdicts[n].classList.toggle("gd-proposal", state.verdict === null && name === verdict);
        verdicts[n].disabled = !act.allowed;
      });
      fill(accept, t(state.verdict === null ? "desk-accept" : "desk-next-open"), el("kbd", { "aria-hidden": "true" }, "A"));
      accept.disabled = !act.allowed;
      undo.disabled = !act.allowed || !act.canUndo(id);
      why.hidden = !corrected && asked === null && !state.why;
      for (const field of [why, comment]) field.readOnly = !act.allowed;
      fill(by, decidedBy(model, id, t));
      fill(told, refusal(model, id, t, act));
    },
  };
}

function decidedBy(model, id, t) {
  if (model.failed) return null;
  if (model.waiting.some((act) => act.requirement === id)) return t("desk-saving");
  const standing = model.standing[id];
  if (!standing || standing.verdict === null) return model.asked(id) ? null : t("desk-not-asked");
  return t("desk-decided-by", { who: standing.who, when: standing.whenShown });
}

// What came between: nothing of the person's own is dropped until they say so.
function refusal(model, id, t, act) {
  const found = model.refused[id];
  const failed = model.failed && [el("p", {}, t("desk-failed", { why: model.failed })), el("button", { type: "button", class: "gd-button", onclick: () => act.retry() }, t("desk-retry"))];
  if (!found) return failed || null;
  const { standing, mine } = found;
  const theirs = standing.verdict ? t(`verdict-${standing.verdict}`) : t("desk-open");
  return [
    el("p", {}, t("desk-refused", { who: standing.who, when: standing.whenShown, verdict: theirs }), standing.why && ` “${standing.why}”`, standing.comment && [" ", el("q", { dir: "auto" }, standing.comment)]),
    el("p", {}, t("desk-refused-mine", { what: mine.map((one) => inWords(one, model.row(id), t)).join("; ") })),
    el("div", { class: "gd-acts" }, el("button", { type: "button", class: "gd-button", onclick: () => act.keepTheirs(id) }, t("desk-keep-theirs")),
      el("button", { type: "button", class: "gd-button", onclick: () => act.saveMine(id) }, t("desk-save-mine"))),
  ];
}

function inWords(mine, row, t) {
  if (mine.kind === "accept") return t(`verdict-${row.verdict}`);
  if (mine.kind === "correct") return t(`verdict-${mine.verdict}`) + (mine.why ? `, “${mine.why}”` : "");
  if (mine.kind === "comment") return `“${mine.text}”`;
  if (mine.kind === "passages") return t("desk-chosen");
  return t("desk-undo");
}
