// Copies the text of the element that a button names; without script the text is there to be marked.
const REFUSED = "The browser did not allow copying; mark the text and copy it.";

function said(text) {
  return text.matches("pre, textarea") ? text.textContent : text.textContent.trim().replace(/\s+/g, " ");
}

function status(button) {
  return button.parentElement.querySelector("[data-copied]");
}

// What is to be announced must be there before it has words.
function addStatus(button) {
  const line = document.createElement("span");
  line.className = "note";
  line.setAttribute("role", "status");
  line.dataset.copied = "";
  button.after(" ", line);
}

function reveal() {
  for (const button of document.querySelectorAll("button[data-copy][hidden]")) {
    if (!navigator.clipboard || !document.getElementById(button.dataset.copy)) continue;
    if (!status(button)) addStatus(button);
    button.hidden = false;
  }
}

async function copy(button) {
  const line = status(button);
  line.textContent = "";
  try {
    await navigator.clipboard.writeText(said(document.getElementById(button.dataset.copy)));
    line.textContent = "Copied.";
  } catch {
    line.textContent = REFUSED;
  }
}

reveal();
document.addEventListener("results", reveal);
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-copy]");
  if (button) copy(button);
});
