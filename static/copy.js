// Copies the text of the element that a button names, or the file at the address that it names.
// Without script the text is there to be marked, and the file has a link.
const REFUSED = "That could not be copied; mark the text and copy it.";

function named(button) {
  const name = button.dataset.copy;
  return name.startsWith("/") ? null : document.getElementById(name);
}

async function said(button) {
  const text = named(button);
  if (text) return text.textContent.trim().replace(/\s+/g, " ");
  const answer = await fetch(button.dataset.copy);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}

// A promise of the text, since a browser may forget the click while a file is fetched.
async function write(button) {
  if (!globalThis.ClipboardItem) return navigator.clipboard.writeText(await said(button));
  const text = said(button).then((words) => new Blob([words], { type: "text/plain" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
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

export async function copy(button) {
  if (!status(button)) addStatus(button);
  const line = status(button);
  line.textContent = "";
  try {
    await write(button);
    line.textContent = "Copied.";
  } catch {
    line.textContent = REFUSED;
  }
}
