// Suggests pages while somebody types a search: a combobox with a list (ARIA Authoring Practices).
// The form works without it, and goes on to work when no suggestion comes.
const PAUSE = 150;
const LETTERS = 2;
const AT_MOST = 8;

function make(name, attributes, ...children) {
  const one = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  one.append(...children);
  return one;
}

async function ask(address, words, signal) {
  const url = new URL(address, location.href);
  url.searchParams.set("q", words);
  const answer = await fetch(url, { signal, headers: { Accept: "application/json" } });
  if (!answer.ok) return [];
  const { suggestions } = await answer.json();
  return suggestions.filter((one) => new URL(one.url, location.href).origin === location.origin);
}

class Suggestions {
  constructor(input, number) {
    this.input = input;
    this.timer = 0;
    this.asking = new AbortController();
    this.chosen = -1;
    const id = `suggestions-${number}`;
    this.list = make("ul", { id, class: "suggestions", role: "listbox", "aria-label": "Suggestions" });
    this.status = make("span", { class: "visually-hidden", role: "status" });
    this.list.hidden = true;
    input.parentElement.classList.add("suggests");
    input.after(this.list, this.status);
    const roles = { role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-controls": id };
    for (const [key, value] of Object.entries(roles)) input.setAttribute(key, value);
    this.close();
    this.listen();
  }

  listen() {
    this.input.addEventListener("input", () => this.wait());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.rest());
    // The field keeps the focus while an option is pressed.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.follow(event.target.closest("[role=option]")));
  }

  wait() {
    this.stop();
    this.timer = setTimeout(() => this.suggest(), PAUSE);
  }

  stop() {
    clearTimeout(this.timer);
    this.asking.abort();
  }

  rest() {
    this.stop();
    this.close();
  }

  async suggest() {
    const words = this.input.value.trim();
    if (words.length < LETTERS) return this.close();
    this.asking = new AbortController();
    const { signal } = this.asking;
    try {
      const found = await ask(this.input.dataset.suggest, words, signal);
      if (!signal.aborted) this.offer(found.slice(0, AT_MOST));
    } catch {
      if (!signal.aborted) this.close();
    }
  }

  offer(found) {
    const options = found.map(({ title, url, kind }, number) => {
      const id = `${this.list.id}-${number}`;
      const about = make("span", { class: "note" }, kind);
      return make("li", { id, role: "option", "aria-selected": "false", "data-url": url }, title, " ", about);
    });
    this.list.replaceChildren(...options);
    this.choose(-1);
    this.open(options.length > 0);
    const many = options.length === 1 ? "1 suggestion" : `${options.length} suggestions`;
    this.status.textContent = options.length ? `${many}; use the arrow keys.` : "No suggestions.";
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
  }

  close() {
    this.open(false);
    this.choose(-1);
    this.status.textContent = "";
  }

  choose(number) {
    this.chosen = number;
    [...this.list.children].forEach((one, place) => {
      one.setAttribute("aria-selected", String(place === number));
    });
    const option = this.list.children[number];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  // The field itself lies between the last option and the first.
  move(by) {
    const places = this.list.children.length + 1;
    if (places === 1) return;
    this.open(true);
    this.choose(((this.chosen + 1 + by + places) % places) - 1);
  }

  press(event) {
    const deeds = {
      ArrowDown: () => this.move(1),
      ArrowUp: () => this.move(-1),
      Escape: !this.list.hidden && (() => this.rest()),
      Enter: this.chosen >= 0 && (() => this.follow(this.list.children[this.chosen])),
    };
    const deed = Object.hasOwn(deeds, event.key) && deeds[event.key];
    if (!deed || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    deed();
  }

  follow(option) {
    if (option) location.assign(option.dataset.url);
  }
}

document.querySelectorAll("input[data-suggest]").forEach((input, number) => new Suggestions(input, number));
