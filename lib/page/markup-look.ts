// How elements of a file without layout are seen: what tags, `hidden` and inline styles say.
import { INLINE_DISPLAY, type Look } from './look';
import { BORDERS } from './tags';

/** Inline by HTML, and only where a style says otherwise a border. Said to be pure, so that the page's script goes without. */
const INLINE = /* @__PURE__ */ new Set(
  /* @__PURE__ */ `A ABBR ACRONYM B BDI BDO BIG CITE DATA DEL DFN EM FONT I INS LABEL MARK NOBR OUTPUT Q RUBY S SLOT SMALL SPAN STRIKE
   STRONG SUB SUP TIME TT U VAR WBR BUTTON`.split(/\s+/),
);

/** A file without layout: what tags, `hidden` and inline styles say. */
export function markupLook(isHidden: (el: Element) => boolean = hiddenByMarkup): Look {
  return {
    display: (el) => {
      const name = el.nodeName;
      if (BORDERS.has(name)) return 'border';
      const said = /display\s*:\s*([a-z-]+)/i.exec(el.getAttribute('style') ?? '')?.[1];
      if (said === 'none') return 'none';
      if (said) return INLINE_DISPLAY.test(said) ? 'inline' : 'border';
      return INLINE.has(name) ? 'inline' : 'border';
    },
    hidden: (el) => {
      for (let at: Element | null = el; at; at = at.parentElement) if (isHidden(at)) return true;
      return false;
    },
    keepsLines: (el) => el.closest('pre') !== null,
  };
}

function hiddenByMarkup(el: Element): boolean {
  const hidden = el.getAttribute('hidden');
  if (hidden !== null && hidden !== 'until-found') return true;
  const style = el.getAttribute('style');
  return style !== null && /(display\s*:\s*none|visibility\s*:\s*(hidden|collapse))/i.test(style);
}
