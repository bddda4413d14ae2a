"""What is measured on a page in the browser: scripts that return what is wrong."""

# Every element and text that a reader sees; what only a screen reader is told is left out.
SEEN = """
const shown = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
const box = e => e.getBoundingClientRect();
const clipped = e => { const s = getComputedStyle(e);
  return s.clip !== 'auto' || s.clipPath !== 'none' || (e.parentElement && clipped(e.parentElement)); };
const hidden = e => { const b = box(e); return b.width <= 1 || b.height <= 1 || clipped(e); };
const all = (what, of = document) =>
  [...of.querySelectorAll(what)].filter(e => shown(e) && !hidden(e));
// A wide table scrolls sideways in a frame of its own, by keys too.
const scrolls = e => e.closest('[tabindex="0"]');
const name = e => e.outerHTML.slice(0, 160);
function texts(root) {
  const found = [], range = document.createRange();
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode, parent = text.parentElement;
    if (!text.data.trim() || !shown(parent) || parent.closest('title, style, desc')) continue;
    if (hidden(parent) || parent.matches('.skip:not(:focus)')) continue;
    range.selectNodeContents(text);
    for (const b of range.getClientRects())
      if (b.width && b.height) found.push({text: text.data.trim(), parent, b});
  }
  return found;
}
"""

# What is wider than the window, or lies beyond its edges.
BEYOND = f"""{SEEN}
const wide = document.documentElement.scrollWidth - innerWidth;
const isOut = b => b.right > innerWidth + 1 || b.left < -1;
const out = all('body :not(.skip)').filter(e => isOut(box(e)) && !scrolls(e));
const words = texts(document.body).filter(t => isOut(t.b) && !scrolls(t.parent));
return [wide > 0 ? ['page', wide] : [], out.map(name), words.map(t => t.text)].flat()"""

# Elements that hide a part of what is in them, and texts beyond their own drawing.
CUT = f"""{SEEN}
const cuts = all('body *').filter(e => {{
  const style = getComputedStyle(e), cut = o => ['hidden', 'clip', 'auto', 'scroll'].includes(o);
  if (scrolls(e)) return false;
  return cut(style.overflowX) && !(e instanceof SVGElement) && e.scrollWidth > e.clientWidth + 1
      || cut(style.overflowY) && !(e instanceof SVGElement) && e.scrollHeight > e.clientHeight + 1
      || style.textOverflow === 'ellipsis';
}});
const drawn = all('svg text').filter(e => {{
  const t = box(e), s = box(e.ownerSVGElement);
  if (getComputedStyle(e.ownerSVGElement).overflow === 'visible') return false;
  return t.left < s.left - 1 || t.right > s.right + 1 || t.top < s.top - 2 || t.bottom > s.bottom + 2;
}});
return [...cuts, ...drawn].map(name)"""

# Pairs of texts that lie on each other.
OVERLAPS = f"""{SEEN}
const found = [], seen = texts(document.body).sort((a, b) => a.b.top - b.b.top);
seen.forEach((one, place) => {{
  for (const other of seen.slice(place + 1)) {{
    if (other.b.top + 4 >= one.b.bottom) break;
    const apart = other.b.left + 1 >= one.b.right || one.b.left + 1 >= other.b.right;
    if (!apart && other.b.bottom > one.b.top + 4 && !one.parent.contains(other.parent)
        && !other.parent.contains(one.parent)) found.push([one.text, other.text]);
  }}
}});
return found"""

# Texts lower than 11 pixels.
SMALL = f"""{SEEN}
return texts(document.body).filter(t => t.b.height < 11).map(t => [t.text, t.b.height])"""

# Grounds that are darker than paper, of things larger than a mark or a bar.
DARK_GROUNDS = f"""{SEEN}
return [document.documentElement, ...all('body, body *')].filter(e => {{
  const rgb = (getComputedStyle(e).backgroundColor.match(/[\\d.]+/g) || []).map(Number);
  const [red, green, blue, alpha = 1] = rgb, b = box(e);
  return alpha > 0.1 && red + green + blue < 3 * 200 && b.width > 60 && b.height > 30;
}}).map(name)"""

# Where the focus is: the element, whether it can be seen there, and its place.
FOCUS = """
const e = document.activeElement, style = getComputedStyle(e), b = e.getBoundingClientRect();
const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
window.order = window.order || [];
const before = window.order.at(-1);
window.order.push(e);
return {name: e.outerHTML.slice(0, 120), tag: e.tagName, left: b.left, top: b.top + scrollY,
  bottom: b.bottom + scrollY, ring: outline || style.boxShadow !== 'none',
  later: !before || !!(before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)}"""
