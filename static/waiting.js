// A form whose answer takes long is sent once, and a bar says that it is being worked on.
const forms = [...document.querySelectorAll("form[data-waits]")];

function show(form, isSent) {
  form.dataset.waits = isSent ? "sent" : "";
  form.querySelector("[data-waiting]").hidden = !isSent;
}

for (const form of forms) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.waits) event.preventDefault();
    else show(form, true);
  });
}

// A page that the browser brings back waits for nothing.
addEventListener("pageshow", (event) => {
  if (event.persisted) forms.forEach((form) => show(form, false));
});
