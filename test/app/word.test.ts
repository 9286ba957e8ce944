import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { wordFile } from '../../src/app/word.ts';
import type { DocumentPlan } from '../../src/school/documents/document-plan.ts';

const plan: DocumentPlan = {
  fileName: 'trial.docx',
  from: 'Hillcrest Academy',
  title: 'AP review – J.S. Y10',
  about: [{ what: 'Provider', says: 'Hill Farm' }],
  blocks: [
    { kind: 'heading', text: 'Minutes' },
    { kind: 'paragraph', text: 'Fish & chips < 5, said "he".' },
    { kind: 'points', points: ['First', 'Second'] },
    {
      kind: 'table',
      columns: [
        { says: 'What', width: 70 },
        { says: 'By', width: 30 },
      ],
      rows: [['Ring the bus company\nand the taxi', 'Fri 4 Dec 2026']],
    },
  ],
  foot: 'Confidential: contains personal data',
};

let parts: Readonly<Record<string, Uint8Array>>;
const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
const texts = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]);

beforeAll(async () => {
  parts = unzipSync(await wordFile(plan));
});

describe('a Word document of a plan', () => {
  it('holds the whole text in its order, with signs that XML knows written as such', () => {
    expect(texts(part('word/document.xml'))).toEqual([
      'Hillcrest Academy',
      'AP review – J.S. Y10',
      'Provider',
      'Hill Farm',
      'Minutes',
      'Fish &amp; chips &lt; 5, said &quot;he&quot;.',
      'First',
      'Second',
      'What',
      'By',
      'Ring the bus company',
      'and the taxi',
      'Fri 4 Dec 2026',
    ]);
  });

  it('has real headings, points and a table whose first row is repeated on each page', () => {
    const xml = part('word/document.xml');
    expect(xml).toMatch(/<w:pStyle w:val="Title"\/>.*AP review/);
    expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>.*Minutes/);
    expect(xml.match(/<w:numPr>/g)).toHaveLength(2);
    expect(xml.match(/<w:tbl>/g)).toHaveLength(2);
    expect(xml.match(/<w:tblHeader/g)).toHaveLength(1);
  });

  it('is A4, in UK English, and says on each page that it is confidential and which page it is', () => {
    expect(part('word/document.xml')).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(part('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
    const foot = part('word/footer1.xml');
    expect(texts(foot)).toContain('Confidential: contains personal data');
    expect(foot).toContain('PAGE');
    expect(foot).toContain('NUMPAGES');
  });

  it('names nobody as its author but the school', () => {
    expect(part('docProps/core.xml')).toMatch(/<dc:creator>Hillcrest Academy<\/dc:creator>/);
    expect(part('docProps/core.xml')).toMatch(/<cp:lastModifiedBy>Hillcrest Academy</);
  });
});
