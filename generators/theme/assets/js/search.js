// Search costs nothing until it is used: Material fetches its index and its worker with every page, more bytes than the page.
// Here both wait for the first touch of the field. Where the theme asks for them in another way, they come at once, as before.
(() => {
  const settings = document.getElementById("__config");
  const told = JSON.parse(settings.textContent);
  const used = new Promise(resolve => {
    const use = ({ target }) => target.closest?.(".md-search, [for=__search]") && resolve();
    for (const touch of ["focusin", "pointerdown"]) document.addEventListener(touch, use);
    if (/[?&]h=/.test(location.search)) resolve(); // found by search: the words that were sought are marked
  });
  window.XMLHttpRequest = class extends XMLHttpRequest {
    open(method, address) {
      this.waits = String(address).endsWith("search/search_index.json");
      super.open(method, address);
    }

    send(body) {
      if (this.waits) used.then(() => super.send(body));
      else super.send(body);
    }
  };
  settings.textContent = JSON.stringify({ ...told, search: told.search.replace(/[^/]+$/, "search-later.js?$&") });
})();
