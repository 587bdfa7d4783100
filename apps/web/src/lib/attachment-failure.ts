/** Why an attachment was refused, with everything that was typed. */
export interface AttachmentFailure {
  code: string;
  fields: { field: string; code: string }[];
  /** The attachment it was about; null when a new one was brought. */
  attachment: string | null;
  /** What was typed. */
  title: string;
  alternative: string;
  reason: string;
  /** A file that was received and not attached. */
  file: string;
  fileName: string;
  entries: { name: string; value: string }[];
}
