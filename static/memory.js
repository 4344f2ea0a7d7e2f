// What this browser remembers for the reader; where storage is forbidden, until the next page.
const unkept = new Map();

export function recall(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return unkept.get(name) ?? null;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    unkept.set(name, value);
  }
}
