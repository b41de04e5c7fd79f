// One entry in a list, and one finding: a shape and a word, since colour alone says nothing.
import type { ComponentChildren } from 'preact';
import type { Direction, Entry, Finding } from '../../lib/evidence/model';
import { DIRECTION_WORDS } from '../../lib/evidence/words';
import { say } from '../../lib/words/words';
import { english } from './english';
import { entryFacts, kindWords } from './words';

const SHAPES: Readonly<Record<Direction, string>> = {
  better: 'up',
  mixed: 'mix',
  same: 'same',
  worse: 'down',
  'not-effects': 'na',
};

/** That guidance is no study of effects goes without saying in a list. */
function saysNoMore(finding: Finding, entry: Entry): boolean {
  return entry.kind === 'guidance' && finding.direction === 'not-effects' && !finding.detail;
}

export function FindingLine({ finding }: { finding: Finding }) {
  return (
    <p class={`f ${SHAPES[finding.direction]}`}>
      <span>
        <span {...english()}>{finding.outcome}</span>: <FindingWords finding={finding} />
      </span>
    </p>
  );
}

/** The direction without its outcome, for a table that names the outcome beside it. */
export function FindingCell({ finding }: { finding: Finding }) {
  return (
    <p class={`f ${SHAPES[finding.direction]}`}>
      <span>
        <FindingWords finding={finding} capital />
      </span>
    </p>
  );
}

function FindingWords({ finding, capital = false }: { finding: Finding; capital?: boolean }) {
  const word = say(DIRECTION_WORDS[finding.direction]).toLowerCase();
  return (
    <>
      <b>{capital ? word.charAt(0).toUpperCase() + word.slice(1) : word}</b>
      {finding.detail && <span {...english()}>, {finding.detail}</span>}
    </>
  );
}

export function EntryMeta({ entry, also }: { entry: Entry; also?: string | undefined }) {
  const facts = [...entryFacts(entry), ...(also ? [also] : [])];
  return (
    <p class="meta">
      <b>{kindWords(entry)}</b>
      {entry.kindInferred && entry.kind && ` ${say('(inferred)')}`}
      {facts.map((fact) => ` · ${fact}`)}
    </p>
  );
}

interface EntryLineProps {
  entry: Entry;
  href: string;
  /** One more fact after year, place and publisher, such as the cell. */
  also?: string | undefined;
  /** Further lines below it. */
  children?: ComponentChildren;
}

export function EntryLine({ entry, href, also, children }: EntryLineProps) {
  return (
    <li class="entry">
      <EntryMeta entry={entry} also={also} />
      <a class="title src" href={href} {...english()}>
        {entry.title}
      </a>
      {entry.findings
        .filter((finding) => !saysNoMore(finding, entry))
        .map((finding) => (
          <FindingLine key={finding.outcome} finding={finding} />
        ))}
      {entry.edition === 'older' && (
        <p class="what">{say('Seen only in an earlier revision of the cell.')}</p>
      )}
      {children}
    </li>
  );
}
