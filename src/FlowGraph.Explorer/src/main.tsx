import { render } from "preact";
import { followLinks } from "./address";
import { App } from "./app";

const root = document.getElementById("explorer");
if (root) {
  document.addEventListener("click", followLinks);
  render(<App />, root);
}
