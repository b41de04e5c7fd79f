// Lists that several views share: passages, newer guidance, topics, and links out.
import type { Link } from '../../lib/evidence/model';
import type { HeldGuidance, HeldPassage } from '../../lib/evidence/views';
import { counted, phrase, say } from '../../lib/words/words';
import { english } from '../shared/english';
import type { Context } from './context';
import { withoutCopies } from './copies';
import { FromWhere } from './FromWhere';

interface PassageListProps {
  context: Context;
  passages: readonly HeldPassage[];
  /** Entry to which the passage leads back. */
  entry?: string;
}

export function PassageList({ context, passages, entry }: PassageListProps) {
  return (
    <ul class="aside">
      {withoutCopies(passages).map((passage) => (
        <li key={passage.id}>
          <a
            class="title src"
            href={context.href(passage.id, entry ? { entry } : {})}
            {...english()}
          >
            {passage.heading}
          </a>
          <FromWhere context={context} row={passage} />
        </li>
      ))}
    </ul>
  );
}

/** So many are in view; the rest is one click away. */
const IN_VIEW = 6;

/** Newer guidance: it is newer on the same subject, which does not make it a replacement. */
interface GuidanceListProps {
  context: Context;
  guidance: readonly HeldGuidance[];
}

export function GuidanceList({ context, guidance }: GuidanceListProps) {
  const rest = guidance.slice(IN_VIEW);
  return (
    <>
      <ul class="aside">{guidance.slice(0, IN_VIEW).map((one) => guidanceLine(context, one))}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{counted(rest.length, '{count} more', '{count} more')}</summary>
          <ul class="aside">{rest.map((one) => guidanceLine(context, one))}</ul>
        </details>
      )}
    </>
  );
}

function guidanceLine(context: Context, guidance: HeldGuidance) {
  const { id, url, title, year, nation, publisher, note } = guidance;
  const facts = [year === null ? say('year not known') : String(year), nation, publisher];
  return (
    <li key={id}>
      {url ? (
        <a class="title src" href={url} {...english()}>
          {title}
        </a>
      ) : (
        <span class="title src plain" {...english()}>
          {title}
        </span>
      )}
      <p class="meta">{facts.join(' · ')}</p>
      {note && (
        <p class="meta" {...english()}>
          {note}
        </p>
      )}
      <FromWhere context={context} row={guidance} />
    </li>
  );
}

export function TopicLinks(props: {
  context: Context;
  topics: readonly { id: string; label: string }[];
}) {
  return (
    <p class="sm">
      {props.topics.map((topic, i) => (
        <span key={topic.id}>
          {i > 0 && ' · '}
          <a href={props.context.href(`topic/${topic.id}`)} {...english()}>
            {topic.label}
          </a>
        </span>
      ))}
    </p>
  );
}

const LINK_WORDS: Readonly<Record<Link['kind'], string>> = {
  analysis: phrase('Findings analysis'),
  original: phrase('Original'),
  free: phrase('Free copy'),
  library: phrase('National Drugs Library record'),
};

export function ReadIt({ links, doi }: { links: readonly Link[]; doi: string | null }) {
  return (
    <ul class="aside">
      {links.map((link) => (
        <li key={link.url}>
          <a href={link.url}>{link.label ?? say(LINK_WORDS[link.kind])}</a>
          <p class="meta">
            {new URL(link.url).hostname}
            {link.confidence === 'likely' && `. ${say('Likely this document, not confirmed.')}`}
          </p>
        </li>
      ))}
      {doi && (
        <li>
          <a href={`https://doi.org/${encodeURI(doi)}`}>{say('Publisher’s page by DOI')}</a>
          <p class="meta">{doi}</p>
        </li>
      )}
      {links.length === 0 && !doi && (
        <li class="dim">{say('No link to this document is held.')}</li>
      )}
    </ul>
  );
}
