// Sets the remembered theme before anything is painted, so it is no module and stands in the head.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is forbidden here: the system's choice holds.
}
