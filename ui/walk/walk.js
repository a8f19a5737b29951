
const WIDTH = 190, ROW = 62, GAP = 250, MOST_ROWS = 9;
const SHAPES = { document: "round-rectangle", provision: "rectangle", requirement: "round-rectangle", theme: "cut-rectangle", concept: "round-rectangle" };
const COLOURS = { document: "--st-violet-color", provision: "--st-gray-color", requirement: "--st-blue-color", theme: "--st-yellow-color", concept: "--st-green-color" };

function columns(steps) {
  const before = steps.filter((s) => s.kind === "document" || s.kind === "theme" || s.kind === "provision");
  const after = steps.filter((s) => !before.includes(s));
  if (before.length && after.length) return [before, after];
  const half = Math.ceil(steps.length / 2);
  return [steps.slice(half), steps.slice(0, half)];
}

function placed(steps, side) {
  const found = [];
  const wide = Math.max(1, Math.ceil(steps.length / MOST_ROWS));
  const high = Math.ceil(steps.length / wide);
  steps.forEach((step, n) => {
    const column = Math.floor(n / high), rows = Math.min(high, steps.length - column * high);
    const y = ((n % high) - (rows - 1) / 2) * ROW;
    found.push({ group: "nodes", data: { id: step.key, ...step, shown: step.label }, position: { x: side * GAP * (column + 1), y } });
    found.push({ group: "edges", data: { id: `to ${step.key}`, source: "centre", target: step.key, relation: step.relation } });
  });
  return found;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const place = parentElement.querySelector(".walk");
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", data.alt);
  const style = getComputedStyle(place);
  const colour = (name, other) => style.getPropertyValue(name).trim() || other;
  const ink = colour("--st-text-color", "#1c2733"), paper = colour("--st-background-color", "#fff");
  const font = colour("--st-font", "sans-serif");
  const [before, after] = columns(data.steps);
  const kinds = Object.keys(SHAPES).map((kind) => ({
    selector: `node[kind = "${kind}"]`,
    style: { shape: SHAPES[kind], "border-color": colour(COLOURS[kind], "#8696a5"), "border-style": kind === "concept" ? "dashed" : "solid" },
  }));
  const graph = globalThis.cytoscape({
    container: place,
    elements: [
      { group: "nodes", data: { id: "centre", kind: data.centre.kind, shown: `${data.centre.name}\n${data.centre.label}` }, position: { x: 0, y: 0 }, classes: "centre" },
      ...placed(before, -1), ...placed(after, 1),
    ],
    style: [
      { selector: "node", style: { label: "data(shown)", width: WIDTH, height: 50, "background-color": paper, "border-width": 2, color: ink, "font-size": 12, "font-family": font, "text-wrap": "wrap", "text-max-width": WIDTH - 16, "text-valign": "center", "text-halign": "center" } },
      ...kinds,
      { selector: "node.centre", style: { "border-width": 4, "font-weight": 700, "font-size": 13, width: WIDTH + 20, height: 96 } },
      { selector: "node.over", style: { "border-width": 4 } },
      { selector: "edge", style: { width: 1.5, "line-color": ink, "line-opacity": 0.3, "curve-style": "straight", "z-index": 0 } },
      { selector: "edge.over", style: { label: "data(relation)", "font-size": 12, "font-family": font, color: ink, "text-background-color": paper, "text-background-opacity": 1, "text-background-padding": 3, width: 2.5, "line-opacity": 1 } },
    ],
    layout: { name: "preset", fit: true, padding: 24 },
    minZoom: 0.35, maxZoom: 1.6, autoungrabify: true, boxSelectionEnabled: false, userZoomingEnabled: false,
  });
  const fit = () => { graph.resize(); graph.fit(undefined, 24); if (graph.zoom() > 1.1) { graph.zoom(1.1); graph.center(); } };
  const watch = new ResizeObserver(fit);
  watch.observe(place);
  graph.on("mouseover", "node", (event) => {
    if (event.target.id() === "centre") return;
    place.style.cursor = "pointer";
    event.target.addClass("over").connectedEdges().addClass("over");
  });
  graph.on("mouseout", "node", (event) => {
    place.style.cursor = "";
    event.target.removeClass("over").connectedEdges().removeClass("over");
  });
  graph.on("tap", "node", (event) => { if (event.target.id() !== "centre") setTriggerValue("walked", event.target.id()); });
  place.walkTo = (key) => graph.getElementById(key).renderedPosition();
  return () => { watch.disconnect(); graph.destroy(); };
}
