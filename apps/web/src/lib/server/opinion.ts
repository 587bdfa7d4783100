// What somebody writes about a session they were at: the same fields on its page and on that of a link from a mail.
export interface Opinion {
  readonly score: number;
  readonly useful: string;
  readonly better: string;
}

export const opinionIn = (form: FormData): Opinion => ({
  score: Number(form.get('score') ?? 0),
  useful: String(form.get('nuttig') ?? ''),
  better: String(form.get('beter') ?? ''),
});
