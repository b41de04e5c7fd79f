// The one element that we add to a page: the card's host, in the top layer, with a shadow root that the page cannot see into.

import { elementAround } from './parent';

export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly shown: boolean;
  /** Shows the host above everything, from inside the modal dialog or the full screen that holds `near`, if one does. */
  show(near: Element | null): void;
  hide(): void;
  remove(): void;
}

const TAG = 'evidence-overlay-card';

/** Outer styles of the page reach the host element itself, so each that matters is set, and set as important. */
const HOST_STYLE = `:host{all:initial!important;position:fixed!important;inset:auto!important;
left:0!important;top:0!important;width:0!important;height:0!important;margin:0!important;padding:0!important;border:0!important;
overflow:visible!important;background:none!important;display:block!important;pointer-events:auto!important;
font-size:16px!important;text-align:start!important}
@media print{:host{display:none!important}}`;

const GUARDED = [
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'keydown',
  'keyup',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'wheel',
  'focusin',
  'focusout',
] as const;

/** `open`: for tests, which look into the root. */
export function createHost(document: Document, styles: string, open: boolean): Host {
  // A page that has an element of this name would run its own code on it, with a way into the shadow root.
  const named = document.createElement(TAG);
  const element = named.matches(':defined') ? document.createElement('div') : named;
  element.setAttribute('popover', 'manual');
  const root = element.attachShadow({ mode: open ? 'open' : 'closed', delegatesFocus: false });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(HOST_STYLE + styles);
  root.adoptedStyleSheets = [sheet];
  for (const type of GUARDED) {
    // Before anything of ours hears it: a script's own event does nothing in the card.
    root.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) event.stopImmediatePropagation();
      },
      { capture: true },
    );
    // What the reader does in the card is not the page's business (its "click outside", its keys).
    root.addEventListener(type, (event) => event.stopPropagation());
  }
  return {
    element,
    root,
    get shown() {
      return element.isConnected && element.matches(':popover-open');
    },
    show(near) {
      // All else is inert while a modal dialog is open or something fills the screen, even what lies above it.
      let home: Element = document.documentElement;
      for (let at = near; at; at = elementAround(at))
        if (at.matches('dialog:modal, :fullscreen')) {
          home = at;
          break;
        }
      if (element.parentNode !== home) home.append(element);
      // Shown anew, it comes to the top of the top layer.
      if (element.matches(':popover-open')) element.hidePopover();
      element.showPopover();
    },
    hide() {
      if (element.isConnected && element.matches(':popover-open')) element.hidePopover();
      element.remove();
    },
    remove() {
      element.remove();
    },
  };
}
