// What is needed less often: another file, printing, dimmed paper, the keys.
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../lib/words/words';
import { ChooseFile } from './OpenBox';
import type { ReaderActions, ReaderState } from './state';

export function More({ state, actions }: { state: ReaderState; actions: ReaderActions }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      const inside = event.target instanceof Node && box.current?.contains(event.target);
      if (!inside && event.target !== button.current) setOpen(false);
    };
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('keydown', onEscape);
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('keydown', onEscape);
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);
  return (
    <div class="more">
      <button
        ref={button}
        type="button"
        class="icon"
        aria-expanded={open}
        aria-label={say('More')}
        title={say('More')}
        onClick={() => setOpen(!open)}
      >
        ⋯
      </button>
      {open && (
        <div ref={box} class="menu">
          <ChooseFile
            id="another"
            label={say('Open another file')}
            kind="act"
            onFiles={(files) => {
              setOpen(false);
              actions.open(files);
            }}
          />
          {state.view && (
            <>
              <button
                type="button"
                class="act"
                onClick={() => {
                  setOpen(false);
                  actions.print();
                }}
              >
                {say('Print')}
              </button>
              <label class="opt">
                <input
                  type="checkbox"
                  checked={state.dim}
                  onChange={(event) => actions.setDim(event.currentTarget.checked)}
                />
                {say('Dim the paper')}
              </label>
            </>
          )}
          <Keys />
        </div>
      )}
    </div>
  );
}

function Keys() {
  const keys: readonly (readonly [string, string])[] = [
    ['Ctrl+F', say('find words')],
    ['+  −  0', say('larger, smaller, automatic size')],
    ['J  K', say('next page, page before')],
    ['G', say('go to a page')],
    ['N  P', say('next mark, mark before')],
    ['O', say('outline')],
  ];
  return (
    <section>
      <h2 class="sm">{say('Keys')}</h2>
      <dl class="keys sm">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <b>{key}</b>
            </dt>
            <dd class="dim">{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
