// Search costs nothing until it is used: Material fetches its index and its worker with every page, more bytes than the page.
// Here both wait for the first touch of the field. Where the theme asks for them in another way, they come at once, as before.
(() => {
  const script = address => new Promise((loaded, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src: address, onload: loaded, onerror: failed }));
  });

  // From a folder no worker may start: its code runs in the page, which then stands in for what a worker has around it.
  const worker = used => class extends EventTarget {
    constructor(address) {
      super();
      this.ready = used.then(() => this.start(address));
    }

    async start(address) {
      const listen = window.addEventListener;
      window.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }));
      window.importScripts = (...all) => Promise.all(all.map(one => script(new URL(one, new URL(address, location)))));
      window.addEventListener = (type, heard, ...more) => {
        if (type === "message") this.heard = heard;
        else listen.call(window, type, heard, ...more);
      };
      await script(address);
      window.addEventListener = listen;
    }

    postMessage(data) {
      this.ready.then(() => this.heard({ data }));
    }
  };

  const settings = document.getElementById("__config");
  const told = JSON.parse(settings.textContent);
  const used = new Promise(resolve => {
    const use = ({ target }) => target.closest?.(".md-search, [for=__search]") && resolve();
    for (const touch of ["focusin", "pointerdown"]) document.addEventListener(touch, use);
    if (/[?&]h=/.test(location.search)) resolve(); // found by search: the words that were sought are marked
  });
  if (location.protocol === "file:") {
    window.Worker = worker(used); // and the theme takes its index from a script
    return;
  }
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
