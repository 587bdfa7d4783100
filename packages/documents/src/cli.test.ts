import { describe, expect, it } from 'vitest';
import { runAgendaRead } from './cli.ts';
import { draftOf, exampleAccord, exampleAgenda, someMunicipalities } from './testing/documents.ts';

async function run(
  argv: string[],
  files: Record<string, string> = {
    'a.txt': exampleAgenda,
    'b.txt': exampleAccord,
    'list.txt': 'melk\nbrood',
  },
) {
  let out = '';
  let error = '';
  const io = {
    readFile: async (path: string) => {
      const text = files[path];
      if (text === undefined) throw new Error('ENOENT');
      return new TextEncoder().encode(text);
    },
    stdout: (text: string) => void (out += text),
    stderr: (text: string) => void (error += text),
  };
  return { code: await runAgendaRead(argv, io, someMunicipalities), out, error };
}

describe('agenda:read', () => {
  it('prints the extracted text exactly with --text', async () => {
    expect(await run(['b.txt', '--text'])).toEqual({ code: 0, out: exampleAccord, error: '' });
  });

  it('prints the whole draft as one object with --json, with offsets into that text', async () => {
    const { code, out, error } = await run(['--json', 'a.txt']);
    expect([code, error]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual(draftOf(exampleAgenda));
  });

  it('prints a readable summary in Dutch', async () => {
    const { code, out } = await run(['a.txt']);
    expect(code).toBe(0);
    expect(out).toContain('Gemeente:       Simpelveld (gm0965)');
    expect(out).toContain('gepland bereik: 28 leerlingen en op 1 locatie onbekend');
    expect(out).toContain('Beekdaelen (onder voorbehoud)');
  });

  it.each([
    ['a file that is no agenda', ['list.txt']],
    ['a file that is no agenda, as text', ['list.txt', '--text']],
    ['a file that does not exist', ['weg.txt', '--json']],
    ['a PDF', ['plan.pdf']],
    ['no file', []],
    ['two files', ['a.txt', 'b.txt']],
    ['an unknown option', ['a.txt', '--xml']],
  ])('ends with code 2 and one sentence for %s', async (_name, argv) => {
    const { code, out, error } = await run(argv, {
      'a.txt': exampleAgenda,
      'b.txt': exampleAccord,
      'list.txt': 'melk',
      'plan.pdf': '%PDF-1.7',
    });
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(/^[^\n]+\n$/);
  });
});
