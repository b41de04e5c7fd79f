// @vitest-environment node
// PDFs that are broken or mean harm: refused in a sentence or read safely, and nothing is asked of the network.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBytes } from './engine';
import { onePage, pdfOf, stream, textOfPage } from './pdf-file';

const LINES = [
  'The provider will offer aftercare and residential rehabilitation',
  'to adults who use drugs or alcohol.',
];
const GOOD = pdfOf(onePage(textOfPage(LINES)));

const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.end();
});
let address = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

const reason = async (bytes: Uint8Array, name = 'file.pdf') => {
  const read = await readBytes(name, bytes);
  return typeof read === 'string' ? read : read.input.blocks.map((block) => block.text).join('\n');
};

describe('a PDF', () => {
  it('written by hand is read', async () => {
    expect(await reason(GOOD)).toBe(LINES.join(' '));
  });

  it('is known by its bytes, and a wrong ending is said', async () => {
    const read = await readBytes('letter.docx', GOOD);
    expect(read).toMatchObject({
      notes: ['The name ends in .docx, but this is a PDF; it was read as that.'],
    });
  });

  it('that is cut off is read as far as it goes, or refused plainly', async () => {
    for (const share of [0.02, 0.3, 0.6, 0.9, 0.98]) {
      const said = await reason(GOOD.slice(0, Math.floor(GOOD.length * share)));
      expect(said).toMatch(/damaged|no pages|picture of pages|could not be opened|The provider/);
    }
  });

  it('without pages is refused', async () => {
    const none = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [] /Count 0 >>',
    ]);
    expect(await reason(none)).toMatch(/no pages|damaged|no text/);
  });

  it('that is a scan says so', async () => {
    expect(await reason(pdfOf(onePage('0 0 100 100 re f')))).toMatch(
      /^This PDF is a picture of pages/,
    );
  });

  it('whose font does not say its letters says so', async () => {
    const objects = onePage(
      'BT /F1 11 Tf 72 720 Td <000100020003000400050006000700080009000A000B000C> Tj ET',
    );
    objects[4] = `<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Odd /Encoding 6 0 R
      /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Odd
      /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 >>] /ToUnicode 7 0 R >>`;
    const map = (name: string, lines: string) =>
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /${name} def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange ${lines} endcmap end end`;
    objects.push(
      stream(
        map('Odd', '1 begincidrange <0000> <00FF> 0 endcidrange'),
        '/Type /CMap /CMapName /Odd',
      ),
      stream(map('U', '1 beginbfrange <0001> <000C> <E001> endbfrange')),
    );
    expect(await reason(pdfOf(objects))).toMatch(/does not say which letters/);
  });

  it('under a password is refused, with what to do', async () => {
    const bytes = (length: number) => `<${'a5'.repeat(length)}>`;
    const locked = pdfOf(
      [
        ...onePage(textOfPage(LINES)),
        `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O ${bytes(32)} /U ${bytes(32)} >>`,
      ],
      `/Encrypt 6 0 R /ID [${bytes(16)} ${bytes(16)}]`,
    );
    expect(await reason(locked)).toMatch(/^This PDF needs a password/);
  });

  it('that claims a million pages is read for those it has', async () => {
    const claims = pdfOf(onePage(textOfPage(LINES), { count: 1_000_000 }));
    const read = await readBytes('file.pdf', claims);
    if (typeof read !== 'string') expect(read.pages).toBeLessThan(100);
    expect(await reason(claims)).toMatch(/The provider will offer aftercare/);
  }, 60_000);

  it('whose pages are each other’s parents comes to an end', async () => {
    const circle = onePage(textOfPage(LINES));
    circle[1] = '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>';
    expect(await reason(pdfOf(circle))).toMatch(/damaged|The provider|no text|could not be opened/);
  });

  it('runs no script and asks for nothing outside', async () => {
    const script = `/S /JavaScript /JS (app.launchURL\\("${address}/js"\\);)`;
    const objects = onePage(textOfPage(LINES), {
      catalogue: `/OpenAction << ${script} >> /Names << /JavaScript << /Names [(a) << ${script} >>] >> >>
        /AA << /WC << ${script} >> >>`,
      page: `/AA << /O << /S /URI /URI (${address}/open) >> >>
        /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (${address}/link) >> >>
                 << /Type /Annot /Subtype /Screen /Rect [0 0 9 9] /A << /S /Launch /F (${address}/run) >> >>]`,
    });
    objects[3] = `<< /Length 0 /F << /FS /URL /F (${address}/content) >> >>\nstream\n\nendstream`;
    expect(await reason(pdfOf(objects))).toMatch(/picture of pages/);
    const shown = pdfOf([...objects.slice(0, 3), stream(textOfPage(LINES)), objects[4] ?? '']);
    expect(await reason(shown)).toMatch(/^The provider/);
    expect(asked).toEqual([]);
  });

  it('that is not one is refused', async () => {
    expect(await reason(new Uint8Array(Buffer.from('just words')), 'file.pdf')).toMatch(
      /not what its name says/,
    );
    expect(await reason(new Uint8Array(Buffer.from('%PDF-1.7 and no more')))).toMatch(/damaged/);
    expect(await reason(new Uint8Array(0))).toMatch(/empty/);
  });

  it('changed at any place does not break the reading', async () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let i = 0; i < 60; i++) {
      const bytes = GOOD.slice();
      for (let k = 0; k < 6; k++) bytes[random(bytes.length)] = random(256);
      expect(typeof (await reason(bytes))).toBe('string');
    }
  }, 60_000);
});
