// Single keys for the queue: a accepts, d goes to the reason, n to the next, ? shows the keys.
// They can be switched off; without script the access keys do the same.
const form = document.getElementById("queue-form");
const isOn = document.getElementById("queue-single-on");
const STORED = "desk-queue-keys";

function read() {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true;
  }
}

function keep() {
  try {
    localStorage.setItem(STORED, isOn.checked ? "on" : "off");
  } catch {
    // Then it holds for this page only.
  }
}

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

function press(event) {
  const isPlain = !(event.ctrlKey || event.altKey || event.metaKey || event.repeat);
  if (!isOn.checked || !isPlain || isTyping(event.target)) return;
  const target = [...form.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
  if (!target) return;
  event.preventDefault();
  if (target.matches("textarea")) target.focus();
  else target.click();
}

if (form) {
  document.getElementById("queue-single").hidden = false;
  isOn.checked = read();
  isOn.addEventListener("change", keep);
  document.addEventListener("keydown", press);
}
