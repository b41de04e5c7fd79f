// Copies a text and says whether that went well.
import { useState } from 'preact/hooks';
import { say } from '../../lib/words/words';

interface CopyButtonProps {
  label: string;
  text: string;
  copy(text: string): Promise<boolean>;
}

export function CopyButton({ label, text, copy }: CopyButtonProps) {
  const [said, setSaid] = useState<{ of: string; words: string } | null>(null);
  const click = async () => {
    const words = (await copy(text))
      ? say('Copied.')
      : say('The browser did not allow copying; select the text instead.');
    setSaid({ of: text, words });
  };
  return (
    <>
      <button type="button" class="act" onClick={() => void click()}>
        {label}
      </button>
      <span role="status" class="sm dim">
        {said?.of === text ? said.words : ''}
      </span>
    </>
  );
}
