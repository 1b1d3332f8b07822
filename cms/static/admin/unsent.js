// Keeps what a draft's form was sent with, in this tab, until a save of it is known to have succeeded; and puts it back.
(() => {
  const editors = new Map();

  // What an editor shows is what will be sent: also where the browser fills in the field behind it, after "Back".
  const show = (editor, field) => {
    if (field.value !== field.defaultValue && field.value !== editor.getHTML()) editor.commands.setContent(field.value);
  };
  addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
    editor.on("create", () => {
      editors.set(textarea, editor);
      show(editor, textarea);
    });
  });

  const machinery = /^csrf|^kept$|__prefix__|-(INITIAL_FORMS|MIN_NUM_FORMS|MAX_NUM_FORMS|id|article)$/;
  const typed = (form) => new URLSearchParams([...new FormData(form)].filter(([name]) => !machinery.test(name)));
  const text = (fields) => {
    const words = new URLSearchParams(fields);
    words.delete("seen"); // which draft it was typed over
    return String(words);
  };

  const setRows = (form, fields) => {
    for (const [name, total] of fields) {
      if (!name.endsWith("-TOTAL_FORMS")) continue;
      const prefix = name.replace("-TOTAL_FORMS", "");
      const there = Number(form.elements[name].value);
      for (let n = there; n < total; n++) document.querySelector(`#${prefix}-group .add-row a`)?.click();
      for (let n = there - 1; n >= total; n--) {
        const tick = form.elements[`${prefix}-${n}-DELETE`];
        if (tick) tick.checked = true;
        else document.querySelector(`#${prefix}-${n} .inline-deletelink`)?.click();
      }
    }
  };

  const setFields = (form, fields) => {
    for (const field of form.elements) {
      if (!field.name || machinery.test(field.name) || field.name.endsWith("-TOTAL_FORMS")) continue;
      if (field.name.endsWith("-DELETE") && !fields.has(field.name.replace("DELETE", "position"))) continue; // ticked above
      if (field.type === "checkbox" || field.type === "radio") {
        field.checked = fields.getAll(field.name).includes(field.value);
      } else if (fields.has(field.name)) {
        field.value = fields.get(field.name);
      } else continue;
      if (editors.has(field)) show(editors.get(field), field);
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };

  const forgetSaved = () => {
    for (const key of Object.keys(sessionStorage).filter((key) => key.startsWith("unsent "))) {
      const { id } = JSON.parse(sessionStorage.getItem(key));
      if (document.cookie.split("; ").includes(`draft_saved=${id}`)) sessionStorage.removeItem(key);
    }
  };

  addEventListener("pageshow", () => {
    forgetSaved();
    const offer = document.querySelector("#unsent");
    if (!offer) return;
    editors.forEach(show);
    const { form } = offer.querySelector("button");
    const kept = JSON.parse(sessionStorage.getItem(offer.dataset.key));
    // After an error the form holds what was typed already.
    offer.hidden = !kept || form.querySelector("#problems") !== null || text(kept.fields) === text(typed(form));
  });

  addEventListener("DOMContentLoaded", () => {
    const offer = document.querySelector("#unsent");
    if (!offer) return;
    const [back, drop] = offer.querySelectorAll("button");
    const { form } = back;
    form.addEventListener("submit", () => {
      form.elements.kept.value = `${Date.now()}${Math.random()}`.replace(".", "");
      const kept = { id: form.elements.kept.value, fields: String(typed(form)) };
      sessionStorage.setItem(offer.dataset.key, JSON.stringify(kept));
    });
    back.addEventListener("click", () => {
      const fields = new URLSearchParams(JSON.parse(sessionStorage.getItem(offer.dataset.key)).fields);
      setRows(form, fields);
      setFields(form, fields);
      offer.hidden = true;
      form.elements.title.focus();
    });
    drop.addEventListener("click", () => {
      sessionStorage.removeItem(offer.dataset.key);
      offer.hidden = true;
      form.elements.title.focus();
    });
  });
})();
