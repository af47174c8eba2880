import type { SourceSpan } from '#diagnostics';

/** Requirements as a flat list of blocks in reading order. Everything else in intake reads only this. */
export interface Document {
  /** As diagnostics show it, such as `PRD.md`. */
  readonly name: string;
  /** Lines without byte-order mark and line ends; line `n` of the document is `lines[n - 1]`. */
  readonly lines: readonly string[];
  /** Offset in the source at which each line begins. */
  readonly lineStarts: readonly number[];
  readonly blocks: readonly Block[];
  /** `sections[0]` is the whole document; the others are its headings. */
  readonly sections: readonly Section[];
}

/** A heading and what is below it. */
export interface Section {
  readonly index: number;
  /** Without numbering, emphasis and trailing colon; empty for the whole document. */
  readonly title: string;
  /** 0 for the document, 1 to 6 for headings, 7 for a line that only looks like one (all bold). */
  readonly depth: number;
  /** Index of the section around it; -1 for the document. */
  readonly parent: number;
  /** Index of the heading's block; -1 for the document. */
  readonly block: number;
}

export type Block = Heading | Paragraph | Item | Row | Code | Comment;

interface BlockShape {
  /** Position in `Document.blocks`. */
  readonly index: number;
  /** Plain text: no emphasis, links, backticks. `\n` where the source breaks the line. */
  readonly text: string;
  /** Which parts of `text` were emphasised or code. */
  readonly marks: readonly Mark[];
  readonly span: SourceSpan;
  /** Index of the section it is in; a heading is in the section that it opens. */
  readonly section: number;
  /** Index of the list item that holds it; -1 if none. */
  readonly parent: number;
  /** Index of the block right before its list, table or code, which may introduce it ("Each order has:"); -1 if none. */
  readonly lead: number;
  /** For `spanIn`: pairs of offset in `text` and offset in the source. */
  readonly map: readonly number[];
}

export interface Mark {
  readonly kind: 'strong' | 'emphasis' | 'code' | 'deleted';
  readonly start: number;
  readonly end: number;
}

export interface Heading extends BlockShape {
  readonly kind: 'heading';
  readonly depth: number;
}
/** Lines of prose; also a quotation and the text of HTML. */
export interface Paragraph extends BlockShape {
  readonly kind: 'paragraph';
  readonly quoted: boolean;
}
/** One point of a list; a list inside it follows as items of a greater depth whose `parent` it is. */
export interface Item extends BlockShape {
  readonly kind: 'item';
  /** 0 for a list that is in no other list. */
  readonly depth: number;
  readonly ordered: boolean;
  /** Items of one list share this number. */
  readonly list: number;
  /** Of a task list: `[x]` or `[ ]`. */
  readonly checked: boolean | undefined;
}
/** One row of a table below its header; `text` is the cells joined by tabs. */
export interface Row extends BlockShape {
  readonly kind: 'row';
  /** Rows of one table share this number. */
  readonly table: number;
  readonly header: readonly string[];
  /** As many as the header has. */
  readonly cells: readonly Cell[];
}
export interface Cell {
  readonly text: string;
  /** Where the cell begins in the row's `text`. */
  readonly start: number;
}
/** A fenced block; its text is verbatim. */
export interface Code extends BlockShape {
  readonly kind: 'code';
  /** In lower case, such as `sql`; empty if none. */
  readonly language: string;
}
/** An HTML comment; people state facts in them too. */
export interface Comment extends BlockShape {
  readonly kind: 'comment';
}
