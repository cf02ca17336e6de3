/* Sort buttons in the heads of data tables; a second press reverses the order. A head with a link has no button: it explains grades,
   which have no order from best to worst. The rows of a chart are on its own page: the link to them opens them in place. From a folder
   nothing can be fetched, so that there, as without scripts, the link is followed. */
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

  const rowsOf = async link => {
    const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
    const rows = page.getElementById(link.hash.slice(1));
    for (const within of rows.querySelectorAll("a")) within.href = new URL(within.getAttribute("href"), link.href).href;
    return rows;
  };

  const open = link => rowsOf(link).then(rows => {
    link.parentElement.replaceWith(rows);
    enliven();
    rows.querySelector("summary").focus();
  }).catch(() => location.assign(link.href));

  addEventListener("click", event => {
    const link = event.target.closest?.(".chart-data > a");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || location.protocol === "file:") return;
    event.preventDefault();
    event.stopPropagation(); // Material would exchange the page
    open(link);
  }, true);

  enliven();
  window.document$?.subscribe(enliven); // Material exchanges pages without a reload
}
