// Stands in for Material's search worker, named in the query, until the first message; beside it, so that its own paths hold.
addEventListener("message", ({ data }) => {
  importScripts(location.search.slice(1));
  dispatchEvent(new MessageEvent("message", { data }));
}, { once: true });
