/* Escape closes a card that opened on hover or focus (WCAG 1.4.13). Opening cards and closing tapped ones needs no script. */
addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  for (const term of document.querySelectorAll(".opening")) {
    const card = term.nextElementSibling;
    if (!card || !(term.matches(":hover, :focus-visible") || card.matches(":hover, :focus-within"))) continue;
    term.dataset.away = "";
    const back = () => delete term.dataset.away;
    term.addEventListener("pointerenter", back, { once: true });
    term.addEventListener("blur", back, { once: true });
  }
});
