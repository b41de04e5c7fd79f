// What there is beside the entries: passages of the commentary, and guidance newer than the matrix.
import { useState } from 'preact/hooks';
import type { HeldGuidance, HeldPassage, SourceNames } from '../../lib/evidence/views';
import { counted, say } from '../../lib/words/words';
import { english } from '../shared/english';
import { cellCode } from '../shared/words';
import { FromSource } from './FromSource';
import { OwnLink } from './OwnLink';
import { guidanceFacts } from './words';

interface PassagesProps {
  passages: readonly HeldPassage[];
  sources: SourceNames | undefined;
}

export function Passages({ passages, sources }: PassagesProps) {
  if (passages.length === 0) return null;
  const [first] = passages;
  return (
    <div class="part">
      <p>
        <b>
          {passages.length === 1
            ? say('Discussed in one passage')
            : say('Discussed in these passages')}
        </b>
      </p>
      {passages.map((passage) => (
        <p key={passage.id}>
          <OwnLink class="title src" path={`/${passage.id}`}>
            <span {...english()}>{passage.heading}</span>
          </OwnLink>{' '}
          <span>{cellName(passage.cell)}</span>
          <FromSource row={passage} sources={sources} />
        </p>
      ))}
      {passages.length === 1 && first && <p {...english()}>{first.paragraphs[0]}</p>}
    </div>
  );
}

function cellName(id: string): string {
  const cell = cellCode(id);
  if (!cell) return '';
  return say(cell.matrix === 'drug' ? 'Drug cell {code}' : 'Alcohol cell {code}', {
    code: cell.code,
  });
}

interface NewerProps {
  guidance: readonly HeldGuidance[];
  cites: string | null;
  sources: SourceNames | undefined;
}

export function Newer({ guidance, cites, sources }: NewerProps) {
  const [all, setAll] = useState(false);
  const sorted = [...guidance].sort((a, b) => Number(b.id === cites) - Number(a.id === cites));
  const shown = all ? sorted : sorted.slice(0, 1);
  const more = sorted.length - shown.length;
  if (sorted.length === 0) return null;
  return (
    <div class="part newer">
      {shown.map((one, i) => (
        <p key={one.id}>
          {i === 0 && <b>{say('Newer guidance')} </b>}
          {one.url ? (
            <a href={one.url} target="_blank" rel="noopener noreferrer" {...english()}>
              {one.title}
            </a>
          ) : (
            <span {...english()}>{one.title}</span>
          )}
          , {guidanceFacts(one)}
          {one.id === cites && ` · ${say('cited here')}`}
          <FromSource row={one} sources={sources} />
          {more > 0 && (
            <>
              {'. '}
              <button type="button" class="inline" onClick={() => setAll(true)}>
                {counted(more, '{count} more', '{count} more')}
              </button>
            </>
          )}
        </p>
      ))}
    </div>
  );
}
