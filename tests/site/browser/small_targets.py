"""What a finger must hit: 24 by 24 pixels (WCAG 2.2, 2.5.8).

A link in a sentence is as high as its line and excused by the rule; the letter of a grade is not excused here.
"""

from playwright.sync_api import Page

_SMALL = """() => {
  const small = [], inline = element => getComputedStyle(element).display.startsWith("inline");
  document.querySelectorAll("main details").forEach(each => each.open = true);
  for (const target of document.querySelectorAll("a[href], button, summary, input, select, textarea, label[for], [tabindex='0']")) {
    if (!target.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const boxes = [...target.getClientRects()], whole = target.getBoundingClientRect();
    if (!whole.width || whole.right < 0 || whole.bottom < 0) continue;
    if (whole.width >= 23.9 && Math.max(...boxes.map(box => box.height)) >= 23.9) continue;
    let block = target.parentElement;
    while (block.parentElement && inline(block)) block = block.parentElement;
    const words = block.textContent.replace(target.textContent, "");
    if (inline(target) && /\\p{L}{2}/u.test(words) && !target.matches(".grade")) continue;
    small.push(`${target.outerHTML.slice(0, 80)} ${whole.width.toFixed(1)} x ${whole.height.toFixed(1)}`);
  }
  return small;
}"""


def small_targets(page: Page) -> list[str]:
    """Each target of the page that is too small, with its size; everything that folds is open from then on."""
    targets: list[str] = page.evaluate(_SMALL)
    return targets
