/** What is put on pages: text that belongs to the structure of the document, and what is only drawn. */
import type { Piece } from './lines.ts';

/** An element of the structure tree ('P', 'TD'), under its parent. */
export class Element {
  readonly role: string;
  readonly parent: Element | null;
  /** Of a header cell: what it is the header of. */
  readonly scope: 'Row' | 'Column' | null;
  /** Of a list. */
  readonly numbering: 'Disc' | 'Decimal' | null;
  /** Of a link: where it leads and how it is told. */
  readonly link: string | null;
  /** Of a heading: its words, for the bookmarks. */
  readonly bookmark: string | null;

  constructor(
    role: string,
    parent: Element | null,
    more: Partial<Pick<Element, 'scope' | 'numbering' | 'link' | 'bookmark'>> = {},
  ) {
    this.role = role;
    this.parent = parent;
    this.scope = more.scope ?? null;
    this.numbering = more.numbering ?? null;
    this.link = more.link ?? null;
    this.bookmark = more.bookmark ?? null;
  }
}

export interface TextMark {
  kind: 'text';
  element: Element;
  piece: Piece;
  x: number;
  /** Top of the line, from the top of the page. */
  y: number;
  size: number;
  color: string;
  /** Begins a stretch of its own, also when the text before belongs to the same element. */
  apart: boolean;
}

/** Drawn for the eye only. */
export type Artifact =
  | { kind: 'line'; x0: number; x1: number; y: number; color: string; width: number }
  | { kind: 'upright'; x: number; y0: number; y1: number; color: string }
  | { kind: 'fill'; x: number; y: number; width: number; height: number; color: string }
  | { kind: 'words'; text: string; x: number; y: number; size: number; color: string; bold: boolean };

export class Page {
  readonly marks: TextMark[] = [];
  readonly artifacts: Artifact[] = [];
  /** Headings that begin here, in order: where on the page. */
  readonly headings: { element: Element; y: number; level: number }[] = [];
}

export const paper = { width: 595.28, height: 841.89, left: 62, right: 62, top: 62, bottom: 70 };
export const textWidth = paper.width - paper.left - paper.right;
export const bottomEdge = paper.height - paper.bottom;

export const colors = {
  ink: '#1b1b1b',
  quiet: '#5a5f66',
  accent: '#0b4f6c',
  line: '#c9ced6',
  fill: '#f3f5f7',
} as const;
