// Elements and words. Text goes in as text nodes only, so that nothing in a draft can become markup.

// Signs that act without being seen; they are shown as their code points, as everywhere in guidecheck.
const UNSEEN =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udc7f]/g;

export function visible(text) {
  return text.replace(UNSEEN, named);
}

export function named(sign) {
  return `[U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`;
}

export function unseenIn(text) {
  return [...text.matchAll(UNSEEN)];
}

// el("button", { class: "gd-key", onclick: f, "aria-label": "..." }, "text", otherElement)
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  add(made, children);
  return made;
}

export function fill(element, ...children) {
  element.replaceChildren();
  add(element, children);
  return element;
}

function add(element, children) {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false || child === "") continue;
    element.append(child instanceof Node ? child : document.createTextNode(visible(String(child))));
  }
}

export function icon(name) {
  return el("span", { class: `gc-i gc-i-${name}`, "aria-hidden": "true" });
}

// The words of the page by id, with {fields}.
export function wording(words) {
  return (id, fields = {}) => {
    const text = words[id];
    if (text === undefined) throw new Error(`no text ${id}`);
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in fields ? String(fields[name]) : whole));
  };
}

// Text without accents and case, for searching.
export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
