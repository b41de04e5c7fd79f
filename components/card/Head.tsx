// The top of the card: topic, how much evidence there is and how old, where it sits in the matrices, and the way out.
import type { CardMention, Evidence, Opened } from '../../lib/overlay/model';
import { say } from '../../lib/words/words';
import { Emblems } from '../shared/Emblem';
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
    loading: () => 'Reading the evidence on this computer…',
    failed: () => '',
    ready: () => (evidence.state === 'ready' ? countsLine(evidence.evidence) : ''),
  }[evidence.state]();
  const place = how === 'keyboard' && mention.at > 0 ? `mark ${mention.at} of ${mention.of}` : '';
  return (
    <header>
      <div>
        <h2>{label}</h2>
        <p class="sub">{[sub, place].filter(Boolean).join(' · ')}</p>
      </div>
      <Emblems lit={cells} main={cells[0]} />
      <button type="button" class="icon" aria-label={say('Close')} onClick={onClose}>
        ×
      </button>
    </header>
  );
}
