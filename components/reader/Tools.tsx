// The bar above an open file: its name, pages, zoom, finding words, and what is rarer.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ViewState, Zoom } from '../../lib/reader/model';
import { say } from '../../lib/words/words';
import { FindBox } from './FindBox';
import { More } from './More';
import type { ReaderActions, ReaderState } from './state';

interface ToolsProps {
  state: ReaderState;
  actions: ReaderActions;
  /** The list of parts and files is shown. */
  side: boolean;
  onSide(): void;
}

export function Tools({ state, actions, side, onSide }: ToolsProps) {
  const { view, files, current } = state;
  const name = files.find(({ id }) => id === current)?.name ?? '';
  return (
    <header class="tool">
      <button
        type="button"
        class="btn low"
        aria-expanded={side}
        aria-controls="side"
        onClick={onSide}
      >
        {files.length > 1 ? say('Files and outline') : say('Outline')}
      </button>
      <h1 class="name" title={name}>
        {name}
      </h1>
      {view && view.pages > 0 && <PageBox view={view} actions={actions} />}
      {view && <ZoomBox view={view} actions={actions} />}
      {view && <FindBox found={state.places} actions={actions} />}
      <More state={state} actions={actions} />
    </header>
  );
}

function PageBox({ view, actions }: { view: ViewState; actions: ReaderActions }) {
  const [typed, setTyped] = useState<string | null>(null);
  const go = () => {
    const page = Number(typed);
    if (typed !== null && Number.isInteger(page)) actions.goToPage(page);
    setTyped(null);
  };
  return (
    <form
      class="grp"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <button
        type="button"
        class="icon"
        aria-label={say('Previous page')}
        title={say('Previous page')}
        disabled={view.page <= 1}
        onClick={() => actions.goToPage(view.page - 1)}
      >
        ‹
      </button>
      <input
        id="page-number"
        class="field num"
        inputMode="numeric"
        autocomplete="off"
        aria-label={say('Page')}
        value={typed ?? String(view.page)}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={go}
      />
      <span class="dim num">{say('of {pages}', { pages: view.pages })}</span>
      <button
        type="button"
        class="icon"
        aria-label={say('Next page')}
        title={say('Next page')}
        disabled={view.page >= view.pages}
        onClick={() => actions.goToPage(view.page + 1)}
      >
        ›
      </button>
    </form>
  );
}

const FITS = ['auto', 'width', 'page'] as const;

/** The one that is on says what it comes to. */
function fitWords(fit: (typeof FITS)[number], percent: number | null): string {
  const name = { auto: say('Automatic'), width: say('Fit width'), page: say('Fit page') }[fit];
  return percent === null ? name : say('{percent} % {name}', { percent, name: name.toLowerCase() });
}

const SCALES = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

function ZoomBox({ view, actions }: { view: ViewState; actions: ReaderActions }) {
  const { zoom, scale, pages } = view;
  const percent = (value: number) => say('{percent} %', { percent: Math.round(value * 100) });
  const other = typeof zoom === 'number' && !SCALES.includes(zoom);
  return (
    <span class="grp">
      <button
        type="button"
        class="icon"
        aria-label={say('Smaller')}
        title={say('Smaller (−)')}
        onClick={() => actions.zoomStep(false)}
      >
        −
      </button>
      <select
        class="field zoom num"
        aria-label={say('Zoom')}
        value={String(zoom)}
        onChange={(event) => actions.setZoom(zoomOf(event.currentTarget.value))}
      >
        {pages > 0 &&
          FITS.map((fit) => (
            <option key={fit} value={fit}>
              {fitWords(fit, fit === zoom ? Math.round(scale * 100) : null)}
            </option>
          ))}
        {other && <option value={String(zoom)}>{percent(zoom)}</option>}
        {SCALES.map((value) => (
          <option key={value} value={String(value)}>
            {percent(value)}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="icon"
        aria-label={say('Larger')}
        title={say('Larger (+)')}
        onClick={() => actions.zoomStep(true)}
      >
        +
      </button>
    </span>
  );
}

function zoomOf(value: string): Zoom {
  return FITS.find((fit) => fit === value) ?? Number(value);
}

/** The height of an element in px goes into a custom property of the page, so that what stands below can make room. */
export function useHeightAs(property: string) {
  const element = useRef<HTMLDivElement & HTMLElement>(null);
  useEffect(() => {
    const at = element.current;
    if (!at) return;
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() => style.setProperty(property, `${at.offsetHeight}px`));
    watch.observe(at);
    return () => watch.disconnect();
  }, [property]);
  return element;
}
