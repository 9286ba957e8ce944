/** One block of a document: a heading, a paragraph, a list of points, or a table whose first row names its columns. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'points'; readonly points: readonly string[] }
  | {
      readonly kind: 'table';
      /** Heads of the columns, each with its share of the width in per cent (together 100). */
      readonly columns: readonly { readonly says: string; readonly width: number }[];
      readonly rows: readonly (readonly string[])[];
    };

/** A document as data, before any file is made of it. */
export interface DocumentPlan {
  /** Name of the file, with its ending: initials and year, never a pupil's name. */
  readonly fileName: string;
  /** Whose it is, above the title: the school. */
  readonly from: string;
  readonly title: string;
  /** What it is about, before the text: "Provider", "Hill Farm". */
  readonly about: readonly { readonly what: string; readonly says: string }[];
  readonly blocks: readonly Block[];
  /** At the foot of each page, before the number of the page. */
  readonly foot: string;
}
