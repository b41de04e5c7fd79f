// The popup where the tab shows a PDF file. What can be done with files goes here.
import { Said } from './Said';

export function Pdf({ name }: { name: string }) {
  return (
    <Said title="This is a PDF" site={name}>
      <p>
        The browser’s own viewer cannot be marked, so this file was left alone. If the same text is
        on a web page, topics are marked there.
      </p>
    </Said>
  );
}
