import { bring } from "./content.js";

export default function ({ data }) {
  bring(data);
}
