/** What pdfkit 0.20 can do and its types (0.17) do not yet say: each in one place, with its own name. */
import PDFDocument from 'pdfkit';

/** A document that claims PDF/UA-1. */
export function accessibleDocument(options: Omit<PDFKit.PDFDocumentOptions, 'subset'>): PDFKit.PDFDocument {
  const claimed: object = { ...options, subset: 'PDF/UA' };
  return new PDFDocument(claimed);
}

/** Attributes of an element of structure, for an owner ('List'). */
export function setAttributes(element: PDFKit.PDFStructureElement, attributes: Record<string, string>): void {
  const open: object = element;
  (open as { dictionary: { data: Record<string, unknown> } }).dictionary.data.A = attributes;
}

/** A bookmark that leads to a height on the page that is being made; points from its top. */
export function addBookmark(
  parent: PDFKit.PDFOutline,
  title: string,
  place: { top: number; expanded: boolean },
): PDFKit.PDFOutline {
  const options: object = place;
  return parent.addItem(title, options);
}

/** A link that may be followed, told to who cannot see it. pdfkit writes a `String` as text and a string as a name. */
export function addLink(
  pdf: PDFKit.PDFDocument,
  box: { x: number; y: number; width: number; height: number },
  address: string,
  structParent: PDFKit.PDFStructureElement,
): void {
  const options: object = { structParent, Contents: new String(address) };
  pdf.link(box.x, box.y, box.width, box.height, address, options);
}
