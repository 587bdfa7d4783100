// The editor for long texts, loaded by pages on which somebody writes. Whatever goes wrong, the text field is still there.
import { enhance } from './field.ts';

for (const field of document.querySelectorAll('textarea[data-rich]')) {
  if (!(field instanceof HTMLTextAreaElement)) continue;
  try {
    enhance(field);
  } catch (error) {
    console.error(error);
  }
}
