// What reading does not need but using is better with: focus and announcements after a swap, the CSRF header,
// opening a chosen filter at once. Every page works without this file.

const live = () => document.getElementById("live");

function announce(words) {
  const region = live();
  if (!region || !words) return;
  region.textContent = "";
  window.setTimeout(() => { region.textContent = words; }, 60);
}

document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector('meta[name="csrf"]');
  if (token) event.detail.headers[token.dataset.header] = token.content;
});

document.addEventListener("htmx:afterSettle", (event) => {
  const swapped = event.detail.elt;
  if (!swapped || swapped.hasAttribute("data-quiet")) return;
  const first = swapped.querySelector("[data-summary]") || swapped.querySelector("[data-focus]");
  if (first) {
    first.setAttribute("tabindex", "-1");
    first.focus({ preventScroll: false });
  }
  const told = swapped.querySelector("[data-announce]");
  announce(told ? told.textContent.trim() : "");
});

document.addEventListener("htmx:responseError", () => {
  const region = live();
  announce(region ? region.dataset.failed : "");
});

document.addEventListener("change", (event) => {
  const field = event.target;
  if (field instanceof HTMLSelectElement && field.form && field.form.hasAttribute("data-at-once")) {
    field.form.requestSubmit();
  }
  if (field instanceof HTMLInputElement && field.hasAttribute("data-check-all")) {
    document.querySelectorAll(`input[type="checkbox"][name="${field.dataset.checkAll}"]`)
      .forEach((box) => { box.checked = field.checked; });
  }
});

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-print]") : null;
  if (button) window.print();
});

// A link of an error summary leads into the field itself, also where the address already names it.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest('.summary a[href^="#field-"]') : null;
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const box = field && field.querySelector("input:not([type=hidden]), select, textarea");
  if (!box) return;
  event.preventDefault();
  field.scrollIntoView({ block: "center" });
  box.focus({ preventScroll: true });
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  const box = document.getElementById("search");
  if (!typing && box) {
    event.preventDefault();
    box.focus();
  }
});

// A printed page says where it is found; the host is known here only.
document.querySelectorAll("[data-here]").forEach((place) => { place.textContent = window.location.href; });

// A failed form comes back with its summary: go there first.
const summary = document.querySelector("[data-summary]");
if (summary) {
  summary.setAttribute("tabindex", "-1");
  summary.focus();
}
