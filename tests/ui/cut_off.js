() => {
  const wide = document.documentElement.clientWidth, found = new Set();
  const scrolls = (e) => ["auto", "scroll"].includes(getComputedStyle(e).overflowX);
  const cuts = (e) => ["hidden", "clip"].includes(getComputedStyle(e).overflowX);
  for (const e of document.querySelectorAll("[data-testid=stMain] *, .gd *")) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())) continue;
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    if (box.width < 2 || box.height < 2 || style.visibility === "hidden" || style.clipPath !== "none" || style.position === "absolute") continue;
    // An ellipsis says itself that there is more, and the chosen reviews are a list that scrolls.
    if (style.textOverflow === "ellipsis" || e.closest("[data-testid=stMultiSelect]")) continue;
    const text = e.textContent.trim().slice(0, 60);
    if (!scrolls(e) && e.scrollWidth > e.clientWidth + 1 && e.clientWidth) found.add(`too wide: ${text}`);
    for (let p = e.parentElement; p && !scrolls(p); p = p.parentElement) {
      const around = p.getBoundingClientRect();
      if (cuts(p) && around.width > 2 && (box.right > around.right + 2 || box.left < around.left - 2)) found.add(`cut: ${text}`);
      if (p === document.body && box.right > wide + 1) found.add(`outside: ${text}`);
    }
  }
  return [...found];
};
