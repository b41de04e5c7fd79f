// The foot of the card: what can be done with the evidence, and with the mark.
import { useState } from 'preact/hooks';
import type { CardMention, Opened, Scope } from '../../lib/overlay/model';
import { say } from '../../lib/words/words';
import { Why } from './Why';
import { scopeChoice } from './words';

interface FootProps {
  mention: CardMention;
  how: Opened;
  keptOpen: boolean;
  /** Evidence is there to copy. */
  ready: boolean;
  onOpen(): void;
  onCopy(): void;
  onKeepOpen(on: boolean): void;
  onDismiss(scope: Scope): void;
}

type Unfolded = 'why' | 'sense' | null;

export function Foot(props: FootProps) {
  const { mention, how, keptOpen, ready } = props;
  const [unfolded, setUnfolded] = useState<Unfolded>(null);
  const toggle = (what: Unfolded) => setUnfolded(unfolded === what ? null : what);
  const scopes: Scope[] = mention.cites ? ['here'] : ['here', 'site', 'anywhere'];
  return (
    <footer>
      <div>
        <button type="button" class="act" onClick={props.onOpen}>
          {say('Open in matrix')}
        </button>
        {ready && (
          <>
            <button type="button" class="act" onClick={props.onCopy}>
              {say('Copy with citation')}
            </button>
            <button
              type="button"
              class="act"
              aria-pressed={keptOpen}
              onClick={() => props.onKeepOpen(!keptOpen)}
            >
              {say('Keep open')}
              {keptOpen && ' ✓'}
            </button>
          </>
        )}
      </div>
      <div>
        <button
          type="button"
          class="act q"
          aria-expanded={unfolded === 'why'}
          onClick={() => toggle('why')}
        >
          {say('Why is this marked?')}
        </button>
        <button
          type="button"
          class="act q end"
          aria-expanded={unfolded === 'sense'}
          onClick={() => toggle('sense')}
        >
          {say('Not this sense…')}
        </button>
      </div>
      {unfolded === 'why' && <Why mention={mention} />}
      {unfolded === 'sense' && (
        <div class="menu">
          {scopes.map((scope) => (
            <button
              key={scope}
              type="button"
              onClick={() => {
                setUnfolded(null);
                props.onDismiss(scope);
              }}
            >
              {scopeChoice(scope, mention.words, mention.host)}
            </button>
          ))}
        </div>
      )}
      {how === 'keyboard' && (
        <p class="xs dim hint">
          {say('Tab next link · same keys again next mark · Esc back to the text')}
        </p>
      )}
    </footer>
  );
}
