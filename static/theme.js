// The reader's choice of colours, remembered under the name and in the words that the admin uses too.
import { recall, remember } from "./memory.js";

const STORED = "theme";
const SYSTEM = "auto";
const group = document.querySelector("[data-theme-choice]");
const buttons = [...group.querySelectorAll("button")];

function show(wanted) {
  const theme = buttons.some((one) => one.value === wanted) ? wanted : SYSTEM;
  if (theme === SYSTEM) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const one of buttons) one.setAttribute("aria-pressed", String(one.value === theme));
}

function choose(event) {
  const button = event.target.closest("button");
  if (!button) return;
  remember(STORED, button.value);
  show(button.value);
}

show(recall(STORED));
group.addEventListener("click", choose);
addEventListener("storage", (event) => {
  if (event.key === STORED) show(event.newValue);
});
