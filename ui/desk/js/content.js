// What does not change while a review is worked on comes once, beside what changes with every decision.

const HELD = Symbol.for("guidecheck desk content");

export function contents() {
  if (!window[HELD]) window[HELD] = { by: new Map(), waiting: new Set() };
  return window[HELD];
}

export function bring(content) {
  const held = contents();
  held.by.clear();
  held.by.set(content.digest, content);
  held.waiting.forEach((tell) => tell());
}
