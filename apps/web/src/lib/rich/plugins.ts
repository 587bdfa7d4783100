// What the editor does by itself: keys, what typed signs become, and tables that stay as Markdown can write them.
import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { history, redo } from 'prosemirror-history';
import {
  InputRule,
  inputRules,
  textblockTypeInputRule,
  undoInputRule,
  wrappingInputRule,
} from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { splitListItem } from 'prosemirror-schema-list';
import { Plugin, type Command } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { actions, breakLine } from './commands.ts';
import { markType, nodeType } from './schema.ts';

/** `**woord**` becomes bold when its last sign is typed, for whoever writes Markdown by habit. */
const markRule = (pattern: RegExp, name: string): InputRule =>
  new InputRule(pattern, (state, match, start, end) => {
    const [all, words = ''] = match;
    const from = start + all.indexOf(words);
    const tr = state.tr.delete(from + words.length, end).delete(start, from);
    return tr.addMark(start, start + words.length, markType(name).create()).removeStoredMark(markType(name));
  });

const signs = inputRules({
  rules: [
    wrappingInputRule(/^\s*[-+*•]\s$/, nodeType('bullet_list')),
    wrappingInputRule(
      /^(\d{1,3})[.)]\s$/,
      nodeType('ordered_list'),
      (match) => ({ order: Number(match[1]), tight: true }),
      (match, node) => node.childCount + (node.attrs['order'] as number) === Number(match[1]),
    ),
    textblockTypeInputRule(/^#{1,3}\s$/, nodeType('heading'), { level: 3 }),
    textblockTypeInputRule(/^#{4,6}\s$/, nodeType('heading'), { level: 4 }),
    markRule(/\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, 'strong'),
    markRule(/(?<![*\w])\*([^*\s](?:[^*]*[^*\s])?)\*$/, 'em'),
  ],
});

/** The first row of a table holds headings and no other row does: that is all Markdown can say. */
const headerRow = new Plugin({
  appendTransaction(changes, _, state) {
    if (!changes.some(({ docChanged }) => docChanged)) return null;
    const { tr } = state;
    state.doc.forEach((table, at) => {
      if (table.type.name !== 'table') return;
      table.forEach((row, rowAt, index) => {
        const wanted = nodeType(index === 0 ? 'table_header' : 'table_cell');
        row.forEach((cell, cellAt) => {
          // Inside the table, inside the row.
          const pos = at + 1 + rowAt + 1 + cellAt;
          if (cell.type !== wanted) tr.setNodeMarkup(pos, wanted, cell.attrs);
        });
      });
    });
    return tr.docChanged ? tr : null;
  },
});

const bound: Record<string, Command> = Object.fromEntries(
  actions.flatMap(({ keys, run }) => (keys ? [[keys.bound, run]] : [])),
);

/**
 * Tab is left alone: it leaves the editor.
 * @param ask opens the dialog for a link
 * @param leave goes to the buttons
 */
export const pluginsWith = (ask: Command, leave: Command): Plugin[] => [
  signs,
  keymap({
    ...bound,
    'Mod-y': redo,
    'Mod-k': ask,
    'Alt-F10': leave,
    Backspace: undoInputRule,
    Enter: splitListItem(nodeType('list_item')),
    'Shift-Enter': chainCommands(exitCode, breakLine),
  }),
  keymap(baseKeymap),
  history(),
  tableEditing(),
  headerRow,
];
