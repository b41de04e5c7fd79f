// A reference to copy into a paper, and the title with its link.
import { say } from '../../lib/words/words';
import { CopyButton } from '../shared/CopyButton';
import { english } from '../shared/english';

interface CiteProps {
  text: string;
  /** Title and link, one a line. */
  titleAndLink: string;
  copy(text: string): Promise<boolean>;
}

export function Cite({ text, titleAndLink, copy }: CiteProps) {
  return (
    <>
      <p class="src cite" {...english()}>
        {text}
      </p>
      <p class="row wrap">
        <CopyButton label={say('Copy reference')} text={text} copy={copy} />
        <CopyButton label={say('Copy title and link')} text={titleAndLink} copy={copy} />
      </p>
    </>
  );
}
