import type { FileChild, IParagraphOptions, Paragraph, Table } from 'docx';
import type { Block, DocumentPlan } from '../school/documents/document-plan.ts';

/** Kind of the files that `wordFile` makes. */
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Docx = typeof import('docx');

/** Twentieths of a point: a page of A4 with margins of two centimetres. */
const page = { width: 11_906, height: 16_838, margin: 1_134 };
const lineWidth = page.width - 2 * page.margin;
/** Half points. */
const size = { small: 18, text: 21, heading: 25, title: 40 };
const font = 'Calibri';

/**
 * A Word document of a plan: A4, in UK English, headings as headings, the first row of a table repeated on each page, the
 * plan's foot and the number of the page on every one. The writer is loaded when it is first needed.
 */
export async function wordFile(plan: DocumentPlan): Promise<Uint8Array> {
  const docx = await import('docx');
  const children: readonly FileChild[] = [
    new docx.Paragraph({ style: 'From', text: plan.from }),
    new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, text: plan.title }),
    ...(plan.about.length > 0 ? [aboutTable(docx, plan.about)] : []),
    ...plan.blocks.flatMap((block) => drawn(docx, block)),
  ];
  const document = new docx.Document({
    title: plan.title,
    creator: plan.from,
    lastModifiedBy: plan.from,
    styles: stylesOf(docx),
    numbering: { config: [{ reference: 'points', levels: [pointLevel(docx)] }] },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        footers: { default: footOf(docx, plan.foot) },
        children,
      },
    ],
  });
  return await docx.Packer.toBuffer(document);
}

function stylesOf({ AlignmentType, LineRuleType }: Docx) {
  const single = { line: 240, lineRule: LineRuleType.AUTO };
  const language = { value: 'en-GB' };
  const heading = { before: 280, after: 80 };
  return {
    default: {
      document: { run: { font, size: size.text, language }, paragraph: { spacing: { after: 100, line: 264 } } },
      title: {
        run: { font, size: size.title, bold: true, language },
        paragraph: { spacing: { before: 60, after: 200, ...single }, alignment: AlignmentType.LEFT },
      },
      heading1: {
        run: { font, size: size.heading, bold: true, language },
        paragraph: { spacing: heading, keepNext: true },
      },
    },
    paragraphStyles: [
      {
        id: 'From',
        name: 'From',
        basedOn: 'Normal',
        run: { size: size.small },
        paragraph: { spacing: { after: 0, ...single } },
      },
      { id: 'Foot', name: 'Foot', basedOn: 'Normal', run: { size: size.small }, paragraph: { spacing: { after: 0 } } },
      { id: 'Cell', name: 'Cell', basedOn: 'Normal', paragraph: { spacing: { before: 40, after: 40, line: 252 } } },
    ],
  };
}

function pointLevel({ AlignmentType, LevelFormat }: Docx) {
  return {
    level: 0,
    format: LevelFormat.BULLET,
    text: '•',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360, hanging: 260 }, spacing: { after: 60 } } },
  };
}

function footOf({ Footer, PageNumber, Paragraph, TabStopType, TextRun }: Docx, foot: string) {
  const number = new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
  const tabStops = [{ type: TabStopType.RIGHT, position: lineWidth }];
  return new Footer({ children: [new Paragraph({ style: 'Foot', tabStops, children: [new TextRun(foot), number] })] });
}

function drawn(docx: Docx, block: Block): readonly (Paragraph | Table)[] {
  const paragraph = (more: IParagraphOptions) => new docx.Paragraph(more);
  switch (block.kind) {
    case 'heading':
      return [paragraph({ heading: docx.HeadingLevel.HEADING_1, text: block.text })];
    case 'paragraph':
      return [paragraph({ text: block.text })];
    case 'points':
      return block.points.map((text) => paragraph({ text, numbering: { reference: 'points', level: 0 } }));
    case 'table':
      return [tableOf(docx, block)];
    default: {
      const never: never = block;
      return never;
    }
  }
}

function aboutTable(docx: Docx, about: DocumentPlan['about']): Table {
  const widths = [24, 76];
  const rows = about.map(
    ({ what, says }) =>
      new docx.TableRow({
        cantSplit: true,
        children: [cell(docx, what, widths[0] ?? 0, { bold: true }), cell(docx, says, widths[1] ?? 0)],
      }),
  );
  return grid(docx, widths, rows);
}

function tableOf(docx: Docx, { columns, rows }: Extract<Block, { kind: 'table' }>): Table {
  const widths = columns.map(({ width }) => width);
  const head = new docx.TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ says, width }) => cell(docx, says, width, { bold: true, shaded: true })),
  });
  const body = rows.map(
    (texts) =>
      new docx.TableRow({
        cantSplit: true,
        children: texts.map((text, nth) => cell(docx, text, widths[nth] ?? 0)),
      }),
  );
  return grid(docx, widths, [head, ...body]);
}

/** Thin lines between the rows and none at the sides: it is read along the row. */
function grid(docx: Docx, widths: readonly number[], rows: InstanceType<Docx['TableRow']>[]): Table {
  const line = { style: docx.BorderStyle.SINGLE, size: 4 };
  const none = { style: docx.BorderStyle.NONE, size: 0 };
  return new docx.Table({
    width: { size: lineWidth, type: docx.WidthType.DXA },
    columnWidths: widths.map(wide),
    layout: docx.TableLayoutType.FIXED,
    borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
    rows,
  });
}

function cell(docx: Docx, text: string, width: number, more: { bold?: boolean; shaded?: boolean } = {}) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return new docx.TableCell({
    width: { size: wide(width), type: docx.WidthType.DXA },
    margins: { left: 60, right: 120 },
    ...(more.shaded ? { shading: { type: docx.ShadingType.PERCENT_10, color: 'auto', fill: 'auto' } } : {}),
    children: (lines.length > 0 ? lines : ['']).map(
      (line) =>
        new docx.Paragraph({ style: 'Cell', children: [new docx.TextRun({ text: line, bold: more.bold === true })] }),
    ),
  });
}

function wide(percent: number): number {
  return Math.round((lineWidth * percent) / 100);
}
