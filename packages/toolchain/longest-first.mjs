// In which order test files begin. A long one that begins last keeps one core busy while the other waits.
import { BaseSequencer } from 'vitest/node';

/** Longer than a quarter of a minute on two cores, the longest first; whatever is not here follows in vitest's own order. */
const long = [
  'isolation/matrix.test.ts',
  'isolation/noninterference/noninterference.test.ts',
  'isolation/malformed/malformed.test.ts',
  'isolation/noninterference/planted.test.ts',
  'isolation/noninterference/pages.test.ts',
  'isolation/pages.test.ts',
  'isolation/audit-tampering.test.ts',
  'isolation/headers.test.ts',
  'journeys/hostile-attachments.test.ts',
  'journeys/attachments.test.ts',
  'journeys/paper-out.test.ts',
  'journeys/paper-and-back.test.ts',
  'journeys/files-kept.test.ts',
  'journeys/bootstrap.test.ts',
  'journeys/issuers.test.ts',
  'journeys/consenting.test.ts',
  'journeys/second-factor.test.ts',
  'browser/every-page-signed-in.test.ts',
  'browser/every-page.test.ts',
  'browser/kept-on-the-device.test.ts',
  'browser/reviewing.test.ts',
  'browser/nothing-is-lost.test.ts',
  'browser/signing-in-with-an-app.test.ts',
  'browser/rich-text.test.ts',
  'browser/agenda-editor.test.ts',
  'browser/without-javascript-writing.test.ts',
  'apart/read-agenda-file.test.ts',
  'engine/engine.test.ts',
];

const placeOf = (/** @type {import('vitest/node').TestSpecification} */ { moduleId }) => {
  const place = long.findIndex((end) => moduleId.endsWith(end));
  return place < 0 ? long.length : place;
};

export class LongestFirst extends BaseSequencer {
  /**
   * @override
   * @type {BaseSequencer['sort']}
   */
  async sort(files) {
    const usual = await super.sort(files);
    return usual.sort((one, other) => placeOf(one) - placeOf(other));
  }
}
