// A passkey that was not used says so on the page: the browser's own words stay in its window.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const problem = document.getElementById("key-problem");
  const said = {
    NotAllowedError: "The passkey was not used: it was cancelled, or took too long. Try again.",
    InvalidStateError: "This device holds a passkey for your account already.",
    SecurityError: "Passkeys do not work at this address.",
  }[event.detail.exception.name];
  problem.textContent = said || "The passkey could not be used. Try again, or use your password and a code.";
  problem.hidden = false;
});
