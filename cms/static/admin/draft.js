addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("#article_form");
  if (!form) return;

  // Asks before unsaved text is left: a writer's words are not lost to a stray click.
  let unsaved = form.querySelector(".errornote") !== null;
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
});
