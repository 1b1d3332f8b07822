addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("#article_form");
  if (!form) return;

  // Asks before unsaved text is left: a writer's words are not lost to a stray click.
  let unsaved = form.querySelector("#problems") !== null;
  const notice = () => (unsaved = true);
  form.addEventListener("input", notice);
  form.addEventListener("change", notice);
  form.addEventListener("submit", () => (unsaved = false));
  addEventListener("beforeunload", (event) => unsaved && event.preventDefault());

  // The editor's text box has no name of its own: screen readers are told the field's.
  const name = () => {
    for (const box of form.querySelectorAll("[contenteditable=true]:not([aria-label])")) {
      box.setAttribute("aria-label", box.closest(".form-row").querySelector("label").textContent.replace(/:$/, ""));
      box.setAttribute("aria-multiline", "true");
    }
  };
  new MutationObserver(name).observe(form, { childList: true, subtree: true });
  name();

  // Whoever adds a row goes on in it.
  document.addEventListener("formset:added", ({ target }) => {
    target.querySelector("input:not([type=hidden]), select, textarea").focus();
  });

  // A link to a field leads into it: into the editor's text box, or to the first of several.
  const follow = (hash) => {
    const place = hash.length > 1 && document.getElementById(hash.slice(1));
    const field = "input:not([type=hidden]), select, textarea, a";
    const box = place && (place.closest(".prose-editor")?.querySelector("[contenteditable]") ?? place);
    if (box) (box.matches(`${field}, [tabindex], [contenteditable]`) ? box : box.querySelector(field))?.focus();
  };
  form.addEventListener("click", ({ target }) => {
    const link = target.closest("#problems a");
    if (link) setTimeout(follow, 0, link.hash);
  });
  addEventListener("load", () => setTimeout(follow, 0, form.querySelector("#problems") ? "#problems" : location.hash));
});
