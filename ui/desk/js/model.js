// What the desk knows: the requirements, what stands on each, and where the person is.

import { fold } from "./elements.js";

export const VERDICTS = ["met", "partly-met", "not-met", "not-stated", "not-applicable"];
const URGENCY = ["not-met", "not-stated", "partly-met", "met", "not-applicable"];
const STRENGTHS = ["must", "should", "may"];

export function makeModel(content) {
  const rows = content.rows;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const folded = new Map(rows.map((row) => [row.id, fold(searchable(row, content.draft))]));
  return {
    content,
    rows,
    allReview: rows.every((row) => row.review), // then it sets none of them apart
    standing: {}, // what the store holds, by requirement
    rejudged: {}, // rows judged again under another condition
    waiting: [], // acts on their way, oldest first
    refused: {}, // what another person left, by requirement, with the act that was refused
    failed: "", // why the last act could not be saved
    current: rows.length ? rows[0].id : null,
    passage: 0,
    filter: { verdicts: [], strength: "", theme: "", document: "", review: false, open: false, search: "", order: "work" },
    row(id) {
      return this.rejudged[id] || byId.get(id);
    },
    // What stands on a requirement once every act on its way has arrived.
    state(id) {
      const row = this.row(id);
      let state = this.standing[id] || { verdict: null, passages: null, comment: "", why: "" };
      for (const act of this.waiting) if (act.requirement === id) state = after(state, act, row);
      return state;
    },
    verdict(id) {
      return this.state(id).verdict || this.row(id).verdict;
    },
    decided(id) {
      return this.state(id).verdict !== null;
    },
    asked(id) {
      return this.decided(id) || this.row(id).verdict !== "not-applicable";
    },
    progress() {
      const asked = rows.filter((row) => this.asked(row.id));
      return { done: asked.filter((row) => this.decided(row.id)).length, of: asked.length };
    },
    // Chosen passages first, then those found.
    passages(id) {
      const chosen = this.state(id).passages;
      const found = this.row(id).passages;
      if (!chosen) return found.map((passage) => ({ ...passage, chosen: false }));
      const same = (a, b) => a.start === b.start && a.end === b.end && a.quote === b.quote;
      const others = found.filter((passage) => !chosen.some((other) => same(other, passage)));
      return [...chosen.map((passage) => ({ ...passage, chosen: true })), ...others.map((passage) => ({ ...passage, chosen: false }))];
    },
    shown() {
      const { filter } = this;
      const words = fold(filter.search).split(/\s+/).filter(Boolean);
      return rows
        .filter(
          (row) =>
            (!filter.verdicts.length || filter.verdicts.includes(this.verdict(row.id))) &&
            (!filter.strength || row.strength === filter.strength) &&
            (!filter.theme || row.theme === filter.theme) &&
            (!filter.document || row.provisions.some((provision) => provision.document === filter.document)) &&
            (!filter.review || (this.row(row.id).review && !this.decided(row.id))) &&
            (!filter.open || !this.decided(row.id) || row.id === this.current) &&
            words.every((word) => folded.get(row.id).includes(word)),
        )
        .sort(ORDERS[filter.order](this));
    },
    // The next requirement that nobody has decided, after this one and round again; itself last.
    nextOpen(id) {
      const ids = this.shown().map((row) => row.id);
      const at = ids.indexOf(id);
      const round = [...ids.slice(at + 1), ...ids.slice(0, Math.max(at, 0))];
      return round.find((other) => !this.decided(other) && this.asked(other)) || round.find((other) => !this.decided(other)) || null;
    },
  };
}

function after(state, act, row) {
  if (act.kind === "accept") return { ...state, verdict: row.verdict, why: "" };
  if (act.kind === "correct") return { ...state, verdict: act.verdict, why: act.why };
  if (act.kind === "comment") return { ...state, comment: act.text };
  if (act.kind === "passages") return { ...state, passages: act.passages };
  return state;
}

function searchable(row, draft) {
  const quotes = row.passages.map((passage) => passage.quote || "");
  const provisions = row.provisions.map((provision) => `${provision.id} ${provision.statement}`);
  return [row.id, row.title, row.statement, row.remedy, row.themeLabel, ...quotes, ...provisions].join(" ");
}

function natural(a, b) {
  return a.id.localeCompare(b.id, "en", { numeric: true });
}

function rank(list, value) {
  return list.indexOf(value);
}

function firstPlace(row) {
  const places = row.passages.map((passage) => passage.start).filter((start) => start !== null);
  return places.length ? places[0] : Infinity;
}

const urgency = (a, b) =>
  rank(URGENCY, a.verdict) - rank(URGENCY, b.verdict) || rank(STRENGTHS, a.strength) - rank(STRENGTHS, b.strength) || natural(a, b);

// By what the check proposed, so that the list keeps its order while decisions are made.
const ORDERS = {
  work: () => (a, b) => (a.verdict === "not-applicable") - (b.verdict === "not-applicable") || a.themeOrder - b.themeOrder || natural(a, b),
  verdict: () => urgency,
  strength: () => (a, b) => rank(STRENGTHS, a.strength) - rank(STRENGTHS, b.strength) || urgency(a, b),
  draft: () => (a, b) => firstPlace(a) - firstPlace(b) || natural(a, b) || 0,
  id: () => natural,
};
export const ORDER_NAMES = Object.keys(ORDERS);
