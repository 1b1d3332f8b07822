// A form that needs a passkey asks the site what to ask, then the device, and sends its answer along. What the site refuses
// comes as a page, as for any form; what the browser refuses stands above the button, and nothing that was typed is lost.
const SAID = {
  NotAllowedError: "The passkey was not used: it was cancelled, or took too long. Nothing is done, and what you typed is still here. Try again.",
  InvalidStateError: "This device holds a passkey of yours for signing already. Use that one, or add one on another device.",
  SecurityError: "Passkeys do not work at this address.",
  TypeError: "The site did not answer. Nothing is done; try again.",
};

async function answerOf(form) {
  const response = await fetch(form.dataset.ask, { method: "POST", body: new FormData(form) });
  if (!(response.headers.get("Content-Type") || "").startsWith("application/json")) return "";
  const options = await response.json();
  if (!options.publicKey) return "";
  return JSON.stringify(await window.webauthnJSON[form.dataset.passkey](options));
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  let busy = false;
  const problem = form.querySelector("[data-problem]");
  problem.hidden = true; // without a script it says that a passkey needs one
  problem.setAttribute("role", "alert");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    problem.hidden = true;
    if (!window.PublicKeyCredential) {
      problem.textContent = "This browser has no passkeys, or not at this address.";
    } else {
      try {
        form.elements.answer.value = await answerOf(form);
        form.submit(); // without an answer the site says why
        return;
      } catch (refused) {
        problem.textContent = SAID[refused.name] || "The passkey could not be used. Nothing is done; try again.";
      }
    }
    problem.hidden = false;
    busy = false;
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) busy = false;
  });
}
