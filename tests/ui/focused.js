() => {
  let e = document.activeElement;
  while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
  if (!e || e === document.body) return null;
  const style = () => {
    const said = [];
    for (let p = e, n = 0; p && n < 6 && p.nodeType === 1; p = p.parentElement, n++)
      for (const part of [null, "::before", "::after"]) {
        const s = getComputedStyle(p, part);
        said.push([s.outlineStyle, s.outlineStyle === "none" ? "" : s.outlineWidth, s.boxShadow, s.textDecorationLine].join());
      }
    for (const c of e.labels?.[0]?.querySelectorAll("*") ?? []) said.push(getComputedStyle(c).outlineStyle, getComputedStyle(c).boxShadow);
    return said.join(";");
  };
  const box = e.getBoundingClientRect();
  const on = style();
  e.blur();
  const off = style();
  e.focus({ focusVisible: true });
  const inside = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
  return { tag: e.tagName, name: (e.ariaLabel || e.innerText || e.value || "").trim().slice(0, 40), visible: on !== off && inside };
};
