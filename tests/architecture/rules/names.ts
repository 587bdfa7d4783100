// Names: no leftovers, no words with two meanings, no suppression without a reason.
import { basename } from 'node:path';
import { isTest, withoutComments } from '../house.ts';
import type { Rule } from './rule.ts';

const LEFTOVERS = /^(utils?|helpers?|common|misc(ellaneous)?|shared|stuff)$/i;
const LAYERS =
  /^service-(repository|repositories|controller|dao|queries|mutations|helpers?|utils?|database)\.ts$/;
const TWO_MEANINGS = /^(sessions?|policy|policies|tenants?)$/i;

/** Folders and the name of the file without its endings. */
const partsOf = (path: string): string[] => {
  const folders = path.split('/').slice(0, -1);
  return [...folders, basename(path).replace(/(\.\w+)+$/, '')];
};

export const names: Rule[] = [
  {
    promise: 'There is no room for leftovers: no utils, helpers, common or misc',
    find: (house) =>
      house.filter(({ path }) => partsOf(path).some((part) => LEFTOVERS.test(part))).map(({ path }) => path),
    planted: [
      ['packages/core/src/utils/dates.ts', ''],
      ['apps/web/src/lib/helpers.ts', ''],
      ['packages/core/src/common/index.ts', ''],
      ['tests/misc/x.test.ts', ''],
    ],
  },
  {
    promise: 'A full service is split by verbs, never by layer',
    find: (house) => house.filter(({ path }) => LAYERS.test(basename(path))).map(({ path }) => path),
    planted: [['packages/core/src/news/service-repository.ts', '']],
  },
  {
    promise:
      'Words with two meanings are not used bare: loginSession or knowledgeSession, permissions, municipality',
    find: (house) =>
      house.flatMap((file) => {
        const { path } = file;
        if (isTest(path) || path.startsWith('packages/db/') || path.startsWith('packages/toolchain/'))
          return [];
        const exported = [
          ...withoutComments(file).matchAll(/^export (?:const|function|class|interface|type) (\w+)/gm),
        ];
        return [...partsOf(path), ...exported.map((match) => match[1] ?? '')]
          .filter((name) => TWO_MEANINGS.test(name))
          .map((name) => `${path} uses ${name}`);
      }),
    planted: [
      ['packages/core/src/session/index.ts', ''],
      ['packages/core/src/accounts/service.ts', 'export interface Session { id: string }'],
      ['packages/core/src/news/policy.ts', ''],
    ],
  },
  {
    promise: 'No rule is switched off without a reason beside it',
    find: (house) =>
      house.flatMap(({ path, text }) =>
        text
          .split('\n')
          .filter((line) =>
            /(\/\/|\/\*|<!--)\s*(eslint-disable|svelte-ignore|@ts-(ignore|expect-error|nocheck))/.test(line),
          )
          .filter((line) =>
            path.startsWith('tests/architecture/')
              ? false
              : !/(--|:)\s*\w.{9,}/.test(line.replace(/<!--|-->/g, '')),
          )
          .map((line) => `${path}: ${line.trim()}`),
      ),
    planted: [
      ['apps/api/src/app.ts', '// eslint-disable-next-line no-control-regex'],
      ['apps/api/src/app.ts', '// @ts-expect-error'],
    ],
  },
];
