// The desk: list, guidance and draft side by side, and the decision under the guidance.

import { makeActs } from "./acts.js";
import { makeDeciding } from "./deciding.js";
import { makeDraft } from "./draft.js";
import { el, fill, wording } from "./elements.js";
import { makeGuidance } from "./guidance.js";
import { listen, makeHelp } from "./keys.js";
import { makeList } from "./list.js";
import { makeModel } from "./model.js";
import { makeBookmark, makeDrafts, makeSending } from "./sending.js";

export function makeDesk(content) {
  const t = wording(content.words);
  const model = makeModel(content);
  const drafts = makeDrafts(content.review);
  const bookmark = makeBookmark(content.review);
  const desk = { model, t };
  desk.sending = makeSending(model, () => desk.draw(), (act, why) => desk.tell(`${act.requirement}: ${why}`, true));
  const acts = (desk.acts = makeActs(desk));
  desk.list = makeList(model, t, (id) => acts.choose(id), () => desk.draw());
  desk.guidance = makeGuidance(model, t, acts);
  desk.deciding = makeDeciding(model, t, acts, drafts);
  desk.draft = makeDraft(model, t, acts);

  const done = el("span", { class: "gd-progress-bar" }, el("i"));
  const progress = el("p", { class: "gd-progress-words" });
  const said = el("p", { class: "gd-said", role: "status", "aria-live": "polite" });
  const lister = el("button", { type: "button", class: "gd-button gd-lister", "aria-pressed": "false", onclick: () => acts.list() }, t("requirements-heading"), el("kbd", { "aria-hidden": "true" }, "L"));
  const help = makeHelp(t);
  const bar = el("header", { class: "gd-bar" }, lister, progress, done, said,
    el("button", { type: "button", class: "gd-button", onclick: () => acts.help() }, t("desk-keys"), el("kbd", { "aria-hidden": "true" }, "?")));
  const middle = el("div", { class: "gd-middle" }, desk.guidance.element, desk.deciding.element);
  const root = el("div", { class: "gd" }, bar, el("div", { class: "gd-panes" }, desk.list.element, middle, desk.draft.element), help);
  const deaf = listen(root, acts);
  const warn = (event) => desk.sending.unsaved && event.preventDefault();
  addEventListener("beforeunload", warn);
  let started = "";

  Object.assign(desk, {
    element: root,
    draw() {
      desk.list.update();
      desk.guidance.update();
      desk.deciding.update();
      desk.draft.update();
      const count = model.progress();
      progress.textContent = t("desk-progress", { n: count.done, of: count.of });
      done.firstChild.style.width = `${count.of ? (100 * count.done) / count.of : 0}%`;
    },
    leave() {
      const { why, comment } = desk.deciding;
      if (document.activeElement === why || document.activeElement === comment) document.activeElement.blur();
    },
    arrive() {
      bookmark.write(model.current);
      root.classList.remove("gd-listing");
      desk.draw();
      if (root.contains(document.activeElement) || document.activeElement === document.body) desk.list.focus();
    },
    tell(text, isTrouble = false) {
      fill(said, text);
      said.classList.toggle("gd-trouble", isTrouble);
    },
    writeWhy() {
      desk.deciding.askWhy();
    },
    forget(id) {
      drafts.drop(id, "why");
      drafts.drop(id, "comment");
    },
    openSearch() {
      if (getComputedStyle(desk.list.element).display === "none") desk.flipList();
      desk.list.search.focus();
    },
    flipList() {
      const open = root.classList.toggle("gd-listing");
      lister.setAttribute("aria-pressed", String(open));
    },
    help() {
      if (help.open) help.close();
      else help.showModal();
    },
    // What the server knows now: decisions, answers to acts, requirements judged again.
    hear(live, reach) {
      model.standing = live.standing;
      model.rejudged = live.rejudged;
      desk.sending.hear(reach, live.answers);
      for (const [id, standing] of Object.entries(live.standing)) {
        if ((drafts.of(id).comment || "").trim() === standing.comment) drafts.drop(id, "comment");
        if ((drafts.of(id).why || "").trim() === standing.why) drafts.drop(id, "why");
      }
      if (!placed && model.decided(model.current)) model.current = model.nextOpen(model.current) || model.current;
      if (!placed) bookmark.write(model.current);
      placed = true;
      if (live.start && live.start[1] !== started) {
        started = live.start[1];
        if (model.row(live.start[0])) [model.current, model.passage] = [live.start[0], 0];
      }
      if (!model.passages(model.current)[model.passage]) model.passage = 0;
      desk.draw();
    },
    remove() {
      deaf();
      desk.draft.remove();
      desk.sending.stop();
      removeEventListener("beforeunload", warn);
      root.remove();
    },
  });
  const kept = bookmark.read();
  let placed = Boolean(kept && model.row(kept)); // without a bookmark, what is decided is left behind
  if (placed) model.current = kept;
  return desk;
}
