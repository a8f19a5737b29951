const page = document.documentElement;
page.classList.add("js");

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function bytesOf(id) {
  const text = atob(document.getElementById(id).textContent.trim());
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

async function inflated(id) {
  const stream = new Blob([bytesOf(id)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const textOf = (bytes) => new TextDecoder().decode(bytes);

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

const grouped = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f");

function element(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text !== undefined) made.textContent = text;
  return made;
}

function drawn(tag, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function icon(verdict) {
  const svg = drawn("svg", { class: "i", "aria-hidden": "true" });
  svg.append(drawn("use", { href: `#i-${verdict}` }));
  return svg;
}

/** Characters that act without being seen are written as their code points, as everywhere on the page. */
function visible(text) {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/g,
    (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
}

/** Every description with its verdicts. */
async function readPortfolio() {
  const [facts, cells] = await Promise.all([inflated("facts"), inflated("cells")]);
  const data = JSON.parse(textOf(facts));
  const { descriptions: d, requirements, verdicts, named } = data;
  const own = (column, n) => (column[1][n] < 0 ? "" : column[0][column[1][n]]);
  const count = d.name.length;
  const byId = new Map(requirements.map((row, at) => [row[0], at]));
  return {
    ...data, count, byId,
    source: (n) => own(d.source, n), organisation: (n) => own(d.organisation, n), country: (n) => own(d.country, n),
    language: (n) => own(d.language, n), taken: (n) => own(d.taken, n),
    unranked: (n) => data.kinds[d.kind[n]][2],
    /** The verdict on one requirement, whether a person should look, and the claims that do not hold; or null. */
    outcome(n, at) {
      const code = cells[n * requirements.length + at];
      if (!code) return null;
      if (code > named) return { verdict: verdicts[(code - named - 1) >> 1], look: (code - named - 1) % 2, lacks: [] };
      const [verdict, look, lacks] = requirements[at][4][code - 1];
      return { verdict: verdicts[verdict], look, lacks: lacks.split(" ").filter(Boolean) };
    },
  };
}
