// The reader page: PDF and Word files from this computer, marked as web pages are.
import '../../components/shared/tokens.css';
import '../../components/shared/parts.css';
import '../../components/reader/reader.css';
import { render } from 'preact';
import { ReaderApp } from '../../components/reader/ReaderApp';
import { readerWork } from '../../lib/background/reader-work';
import { speaking } from '../../lib/background/speaking';
import { pagePlace } from '../../lib/reader/place';

const tools = document.querySelector('#tools');
const root = document.querySelector<HTMLElement>('#document');
if (tools && root) {
  const isTool = (node: Node) => tools.contains(node);
  const work = readerWork(pagePlace(root), isTool);
  void speaking((key) => render(<ReaderApp key={key} doors={work} />, tools));
}
