/* Cards of words and numbers, which open without a script. A page with notes has the cards of its numbers in a script that is loaded when one
   of them is touched; until it is here, and where it cannot be loaded, a number opens its note. */
{
  const loading = new Map(); // address of such a script to promise of its cards
  let cards = 0;

  function load(address) {
    if (!loading.has(address)) loading.set(address, new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => { script.remove(); done(window.cards[address.match(/(\w+)\.js$/)[1]]); };
      script.onerror = () => { script.remove(); loading.delete(address); failed(new Error(address)); };
      document.body.append(script);
    }));
    return loading.get(address);
  }

  async function fill(number) {
    const file = document.querySelector(".notes")?.dataset.cards, note = number.popoverTargetElement;
    if (!file || !note?.matches(".notes li")) return;
    const texts = await load(new URL(file, document.baseURI).href);
    if (number.popoverTargetElement !== note) return; // it was touched twice
    const isOpen = note.matches(":popover-open:not(:focus-within)");
    number.insertAdjacentHTML("afterend", texts[number.dataset.note]);
    const card = number.nextElementSibling;
    card.id = `opened-card-${cards += 1}`;
    number.setAttribute("popovertarget", card.id);
    if (isOpen) {
      note.hidePopover();
      card.showPopover({ source: number });
    }
  }

  for (const touch of ["pointerover", "pointerdown", "focusin"]) addEventListener(touch, ({ target }) => {
    const number = target.closest?.(".opening[data-note]");
    if (number) fill(number).catch(() => {}); // the note serves
  });
}

/* Escape closes a card that opened on hover or focus (WCAG 1.4.13). */
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
