// A reference to copy into a paper.
import { useState } from 'preact/hooks';

interface CiteProps {
  text: string;
  copy(text: string): Promise<boolean>;
}

export function Cite({ text, copy }: CiteProps) {
  const [said, setSaid] = useState<{ of: string; words: string } | null>(null);
  const click = async () => {
    const words = (await copy(text))
      ? 'Copied.'
      : 'The browser did not allow copying; select the text instead.';
    setSaid({ of: text, words });
  };
  return (
    <>
      <p class="src cite">{text}</p>
      <p class="row">
        <button type="button" class="act" onClick={() => void click()}>
          Copy reference
        </button>
        <span role="status" class="sm dim">
          {said?.of === text ? said.words : ''}
        </span>
      </p>
    </>
  );
}
