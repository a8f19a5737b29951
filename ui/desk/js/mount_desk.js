import { contents } from "./content.js";
import { makeDesk } from "./desk.js";

const MOUNTED = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  const held = contents();
  const mounted = MOUNTED.get(parentElement) || { desk: null, digest: "" };
  MOUNTED.set(parentElement, mounted);
  const draw = () => {
    const content = held.by.get(data.digest);
    if (!content) return;
    held.waiting.delete(mounted.draw);
    if (mounted.digest !== data.digest || !mounted.desk.element.isConnected) {
      if (mounted.desk) mounted.desk.remove();
      mounted.desk = makeDesk(content);
      mounted.digest = data.digest;
      parentElement.append(mounted.desk.element);
    }
    mounted.desk.hear(data, (acts) => setStateValue("acts", acts));
  };
  held.waiting.delete(mounted.draw);
  mounted.draw = draw;
  held.waiting.add(draw);
  draw();
  return () => {
    held.waiting.delete(mounted.draw);
    if (mounted.desk) mounted.desk.remove();
    MOUNTED.delete(parentElement);
  };
}
