// A theme is called the same on paper as on the pages: paper is read back by these words.
import { expect, it } from 'vitest';
import * as pages from '../../apps/web/src/lib/messages/labels.ts';
import { fileTypeLabels } from '../../apps/web/src/lib/messages/files.ts';
import * as paper from '../../packages/core/src/papers/words.ts';

it.each([
  ['themes', pages.themeLabels, paper.themeWords],
  ['phases', pages.phaseLabels, paper.phaseWords],
  ['programmes', pages.programmeLabels, paper.programmeWords],
  ['courses', pages.courseLabels, paper.courseWords],
  ['costs', pages.costLabels, paper.costWords],
])('%s are called the same on paper as on the pages, each unlike the others', (_what, onPage, onPaper) => {
  expect(onPaper).toEqual(onPage);
  const words = Object.values(onPaper);
  expect(new Set(words).size).toBe(words.length);
});

it('kinds of files are called the same', () => {
  expect(paper.fileWords).toEqual(fileTypeLabels);
});
