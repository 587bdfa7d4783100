/** Long texts: one dialect, its rule, and its words. Pure; pages and the editor in the browser read it too. */
export { dialect, isAllowedAddress, type Token } from './dialect.ts';
export { addressesIn, plainText } from './plain-text.ts';
export { limits, normaliseMarkdown, readMarkdown, type MarkdownProblem } from './rule.ts';
