// What a person can do at the desk, whether by key or by button.

import { VERDICTS } from "./model.js";

export function makeActs(desk) {
  const { model, sending, t } = desk;
  const done = []; // requirements of this visit's decisions, oldest first

  function add(act) {
    if (!acts.allowed) return;
    done.push(act.requirement);
    sending.add(act);
  }

  const acts = Object.assign((act) => add({ requirement: model.current, ...act }), {
    allowed: model.content.allowed,

    choose(id, passage = 0) {
      if (id === null || id === undefined || id === model.current) return;
      desk.leave();
      model.current = id;
      model.passage = passage;
      desk.arrive();
    },
    step(by) {
      const ids = model.shown().map((row) => row.id);
      const at = ids.indexOf(model.current);
      this.choose(ids[at < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, at + by))]);
    },
    next() {
      const open = model.nextOpen(model.current);
      if (open) this.choose(open);
      else desk.tell(t("desk-all-decided"));
    },
    accept() {
      const id = model.current;
      const state = model.state(id);
      if (acts.allowed && state.verdict === null) {
        const next = model.nextOpen(id);
        desk.leave();
        add({ kind: "accept", requirement: id });
        desk.tell(t("desk-told", { id, verdict: t(`verdict-${model.verdict(id)}`) }));
        if (next) this.choose(next);
        else desk.tell(t("desk-all-decided"));
      } else this.next();
    },
    correct(verdict) {
      const id = model.current;
      const state = model.state(id);
      if (!acts.allowed || state.verdict === verdict) return;
      if (verdict === model.row(id).verdict && state.verdict === null) {
        add({ kind: "accept", requirement: id });
      } else add({ kind: "correct", requirement: id, verdict, why: "" });
      desk.tell(t("desk-told", { id, verdict: t(`verdict-${verdict}`) }));
      desk.writeWhy();
    },
    correctNth(n) {
      this.correct(VERDICTS[n]);
    },
    why(text, id = model.current) {
      const state = model.state(id);
      if (state.verdict !== null && text !== (state.why || "")) add({ kind: "correct", requirement: id, verdict: state.verdict, why: text });
    },
    comment(text, id = model.current) {
      if (text !== (model.state(id).comment || "")) add({ kind: "comment", requirement: id, text });
    },
    canUndo(id) {
      const standing = model.standing[id];
      return model.waiting.some((act) => act.requirement === id) || Boolean(standing && standing.undoable);
    },
    undo(id = model.current) {
      if (this.canUndo(id)) {
        add({ kind: "undo", requirement: id });
        done.pop();
        desk.forget(id);
        desk.tell(t("desk-undone", { id }));
      }
    },
    // The last thing done in this visit, wherever it was; else on the requirement at hand.
    undoLast() {
      const id = done.length ? done.pop() : model.current;
      if (id !== model.current) this.choose(id);
      this.undo(id);
    },
    passage(by) {
      const count = model.passages(model.current).length;
      if (count < 1) return;
      model.passage = (model.passage + by + count) % count;
      desk.draw();
    },
    choosePassage() {
      const shown = model.passages(model.current)[model.passage];
      const span = desk.draft.selection || (shown && !shown.chosen && shown.start !== null ? shown : null);
      if (!acts.allowed || !span) return;
      const earlier = (model.state(model.current).passages || []).filter((passage) => passage.start !== span.start || passage.end !== span.end);
      const chosen = { claims: [], place: "", page: null, quote: null, ...span };
      const passages = [{ ...chosen, start: span.start, end: span.end }, ...earlier];
      document.getSelection()?.removeAllRanges();
      model.passage = 0;
      add({ kind: "passages", requirement: model.current, passages });
    },
    foundPassages() {
      model.passage = 0;
      add({ kind: "passages", requirement: model.current, passages: null });
    },
    keepTheirs(id) {
      delete model.refused[id];
      desk.forget(id);
      desk.draw();
    },
    saveMine(id) {
      const { mine } = model.refused[id];
      delete model.refused[id];
      mine.forEach(({ id: _, seen: __, ...act }) => sending.add(act));
    },
    retry: () => sending.retry(),
    write: () => desk.deciding.comment.focus(),
    search: () => desk.openSearch(),
    list: () => desk.flipList(),
    help: () => desk.help(),
    home: () => desk.list.focus(),
  });
  return acts;
}
