/* Sort buttons in the heads of data tables; parts.js sorts. A head with a link has no button: it explains grades, which have no order from
   best to worst. */
{
  const enliven = () => {
    for (const head of document.querySelectorAll("table.sortable thead th:not(:has(.sort, a))")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
    }
  };

  enliven();
  window.document$?.subscribe(enliven); // Material exchanges pages without a reload
  addEventListener("rows", enliven); // of parts.js
}
