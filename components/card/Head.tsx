// The top of the card: topic, how much evidence there is and how old, where it sits in the matrices, and the way out.
import type { CardMention, Evidence, Opened } from '../../lib/overlay/model';
import { say } from '../../lib/words/words';
import { Emblems } from '../shared/Emblem';
import { english } from '../shared/english';
import { countsLine } from './words';

interface HeadProps {
  mention: CardMention;
  evidence: Evidence;
  how: Opened;
  onClose(): void;
}

export function Head({ mention, evidence, how, onClose }: HeadProps) {
  const { label, cells } = mention.topic;
  const sub = {
    loading: () => say('Reading the evidence on this computer…'),
    failed: () => '',
    ready: () => (evidence.state === 'ready' ? countsLine(evidence.evidence) : ''),
  }[evidence.state]();
  const { at, of } = mention;
  const place = how === 'keyboard' && at > 0 ? say('mark {at} of {of}', { at, of }) : '';
  return (
    <header>
      <div>
        <h2 {...english()}>{label}</h2>
        <p class="sub">{[sub, place].filter(Boolean).join(' · ')}</p>
      </div>
      <Emblems lit={cells} main={cells[0]} />
      <button type="button" class="icon" aria-label={say('Close')} onClick={onClose}>
        ×
      </button>
    </header>
  );
}
