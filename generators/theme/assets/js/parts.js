/* Parts of a page that come when they are touched, and what opens then; charts.js loads this. */
window.parts = (() => {
  let cards = 0;

  /* The card of a number, from a script that is loaded. Where it cannot be, as without scripts, the number opens its note. */
  function card(number, script) {
    const note = number.popoverTargetElement;
    if (!script || !note.matches(".notes li")) return; // it is in the page, or was touched twice
    const isOpen = note.matches(":popover-open:not(:focus-within)");
    number.insertAdjacentHTML("afterend", window.cards[script][number.dataset.note]);
    const card = number.nextElementSibling;
    card.id = `opened-card-${cards += 1}`;
    number.setAttribute("popovertarget", card.id);
    if (!isOpen) return;
    note.hidePopover();
    card.showPopover({ source: number });
  }

  /* The rows of a chart, from its own page, in place of the link to them. */
  async function rows(link) {
    const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
    const found = page.getElementById(link.hash.slice(1));
    for (const within of found.querySelectorAll("a")) within.href = new URL(within.getAttribute("href"), link.href).href;
    link.parentElement.replaceWith(found);
    found.querySelector("summary").focus();
    dispatchEvent(new Event("rows"));
  }

  /* Arabic and Persian digits, from 0x660 and 0x6f0 on, have their number in the last four bits. */
  const latin = text => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => digit.charCodeAt(0) & 15).replaceAll("٫", ".");
  const number = text => parseFloat((latin(text).replace(/[,٬]/g, "").match(/-?\d+(\.\d+)?/) ?? [])[0]);
  const text = cell => cell.dataset.sort ?? cell.textContent.trim();
  const key = cell => cell.classList.contains("num") ? number(text(cell)) : text(cell);
  const empty = found => found === "" || Number.isNaN(found);
  const compare = (a, b) => typeof a === "number" ? a - b : a.localeCompare(b, document.documentElement.lang);

  /* The rows of a table by the column of the button; a second press reverses their order. */
  function sort(button) {
    const head = button.closest("th"), down = head.ariaSort === "ascending", body = head.closest("table").tBodies[0];
    const rows = [...body.rows].map(row => [key(row.cells[head.cellIndex]), row]);
    rows.sort(([a], [b]) => empty(a) - empty(b) || (empty(a) ? 0 : compare(a, b) * (down ? -1 : 1))); // unknown values go last
    body.append(...rows.map(([, row]) => row));
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
  }

  /* Escape closes a card that opened on hover or focus (WCAG 1.4.13). Opening cards and closing tapped ones needs no script. */
  addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    for (const term of document.querySelectorAll(".opening")) {
      const card = term.nextElementSibling;
      if (!card || !(term.matches(":hover, :focus-visible") || card.matches(":hover, :focus-within"))) continue;
      term.dataset.away = "";
      const back = ({ type, target }) => { // once the pointer has moved on: the card may have been above the term
        if (type === "pointermove" && (term.contains(target) || term.matches(":focus-visible"))) return;
        delete term.dataset.away;
        removeEventListener("pointermove", back);
        term.removeEventListener("blur", back);
      };
      addEventListener("pointermove", back);
      term.addEventListener("blur", back);
    }
  });

  return { card, rows, sort };
})();
