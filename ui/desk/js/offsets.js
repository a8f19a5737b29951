// Places in a draft: the server counts code points, the browser UTF-16 units.

const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/;

export function toUnits(text, points) {
  if (!PAIRS.test(text)) return Math.min(points, text.length);
  let units = 0;
  for (let n = 0; n < points && units < text.length; n += 1) units += text.codePointAt(units) > 0xffff ? 2 : 1;
  return units;
}

export function toPoints(text, units) {
  return PAIRS.test(text) ? [...text.slice(0, units)].length : units;
}

// The passages that [start, end) touches, as indexes; passages are in order and do not overlap.
export function touched(passages, start, end) {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passages[middle].end <= start) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let n = low; n < passages.length && passages[n].start < end; n += 1) found.push(n);
  return found;
}
