/* Sort buttons in the heads of data tables; a second press reverses the order. A head with a link has no button: it explains grades,
   which have no order from best to worst. */
{
  const number = text => parseFloat((text.replaceAll(",", "").match(/-?\d+(\.\d+)?/) ?? [])[0]);
  const text = cell => cell.dataset.sort ?? cell.textContent.trim();
  const key = cell => cell.classList.contains("num") ? number(text(cell)) : text(cell);
  const empty = found => found === "" || Number.isNaN(found);
  const compare = (a, b) => typeof a === "number" ? a - b : a.localeCompare(b, document.documentElement.lang);

  const sort = head => {
    const down = head.ariaSort === "ascending", table = head.closest("table"), body = table.tBodies[0];
    const rows = [...body.rows].map(row => [key(row.cells[head.cellIndex]), row]);
    rows.sort(([a], [b]) => empty(a) - empty(b) || (empty(a) ? 0 : compare(a, b) * (down ? -1 : 1))); // unknown values go last
    body.append(...rows.map(([, row]) => row));
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
  };

  const enliven = () => {
    for (const head of document.querySelectorAll("table.sortable thead th:not(:has(.sort, a))")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(head));
      head.append(button);
    }
  };

  enliven();
  window.document$?.subscribe(enliven); // Material exchanges pages without a reload
}
