// Files as people know them: what kind it is, how large it is, and what it may tell about persons.
import type { Attachment, DraftAttachment } from '../wire.ts';

type FileType = Attachment['file']['type'];

export const fileTypeLabels: Readonly<Record<FileType, string>> = {
  txt: 'tekst',
  docx: 'Word',
  pdf: 'PDF',
  xlsx: 'Excel',
  png: 'afbeelding',
  jpeg: 'afbeelding',
  webp: 'afbeelding',
};

export const isImage = ({ type }: { type: FileType }): boolean => fileTypeLabels[type] === 'afbeelding';

const oneDecimal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });

/** '340 kB', '1,2 MB' */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${oneDecimal.format(bytes / 1_000_000)} MB`;
}

/** 'PDF, 1,2 MB' */
export const formatFile = ({ type, size }: { type: FileType; size: number }): string =>
  `${fileTypeLabels[type]}, ${formatSize(size)}`;

type Told = DraftAttachment['tells'][number];

export const tellsLabels: Readonly<Record<Told, string>> = {
  email: 'een e-mailadres',
  telephone: 'een telefoonnummer',
  iban: 'een bankrekening',
  name: 'de naam van een persoon',
  unread: 'iets dat alleen een mens kan lezen, zoals een scan',
};
