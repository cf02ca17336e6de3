"""How far a page moves while it loads, as Lighthouse measures it."""

SHIFT = """
window.shift = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => shift += entry.hadRecentInput ? 0 : entry.value))
  .observe({ type: "layout-shift", buffered: true });
"""
"""Adds up layout shifts from the first moment on."""
STILL = 0.002
"""What nobody sees, a fiftieth of what counts as good: an Arabic name, whose letters may come late, turns a little in its place."""
