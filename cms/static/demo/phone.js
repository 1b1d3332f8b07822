// Opens a link in a window as wide as a phone. Without scripts it opens as any link does.
for (const link of document.querySelectorAll("a[data-phone]")) {
  link.addEventListener("click", (event) => {
    if (window.open(link.href, "phone", "popup,width=360,height=740")) event.preventDefault();
  });
}
