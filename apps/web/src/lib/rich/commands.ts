// What the buttons and the keys do. Each is an ordinary command: without `dispatch` it only says whether it can.
import { setBlockType, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { Node, NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list';
import { TextSelection, type Command, type EditorState } from 'prosemirror-state';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
} from 'prosemirror-tables';
import { limits } from '@kansenplein/documents/markdown';
import { markType, nodeType } from './schema.ts';

const depthOf = (state: EditorState, is: (node: Node) => boolean): number => {
  const { $from } = state.selection;
  return Array.from({ length: $from.depth + 1 }, (_, at) => $from.node(at)).filter(is).length;
};
const isList = ({ type }: Node): boolean => type.spec.group?.includes('list') ?? false;

/** The innermost list the cursor is in. */
function listAround(state: EditorState): { node: Node; pos: number } | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (isList($from.node(depth))) return { node: $from.node(depth), pos: $from.before(depth) };
  }
  return null;
}

/** Makes a list, makes one kind of list the other kind, or takes the list away. */
const toggleList =
  (type: NodeType): Command =>
  (state, dispatch, view) => {
    const around = listAround(state);
    if (!around) return wrapInList(type)(state, dispatch, view);
    if (around.node.type === type) return liftListItem(nodeType('list_item'))(state, dispatch, view);
    dispatch?.(state.tr.setNodeMarkup(around.pos, type, { tight: around.node.attrs['tight'] as boolean }));
    return true;
  };

const deeper: Command = (state, dispatch) =>
  depthOf(state, isList) < limits.lists && sinkListItem(nodeType('list_item'))(state, dispatch);

const toggleHeading =
  (level: 3 | 4): Command =>
  (state, dispatch) =>
    isHeading(state, level)
      ? setBlockType(nodeType('paragraph'))(state, dispatch)
      : setBlockType(nodeType('heading'), { level })(state, dispatch);

const isHeading = (state: EditorState, level: number): boolean => {
  const { parent } = state.selection.$from;
  return parent.type.name === 'heading' && parent.attrs['level'] === level;
};

export function isMarked(state: EditorState, name: string): boolean {
  const { from, to, empty, $from } = state.selection;
  const type = markType(name);
  return empty
    ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
    : state.doc.rangeHasMark(from, to, type);
}

/** Three columns, a row of headings and two rows; the cursor goes to the first cell. */
const insertTable: Command = (state, dispatch) => {
  if (isInTable(state) || listAround(state)) return false;
  const row = (cell: string) =>
    nodeType('table_row').create(
      null,
      Array.from({ length: 3 }, () => nodeType(cell).create()),
    );
  const table = nodeType('table').create(null, [row('table_header'), row('table_cell'), row('table_cell')]);
  if (dispatch) {
    const { $from } = state.selection;
    const isEmpty = $from.parent.content.size === 0 && $from.depth > 0;
    const from = isEmpty ? $from.before() : $from.after();
    const tr = isEmpty ? state.tr.replaceWith(from, $from.after(), table) : state.tr.insert(from, table);
    // Behind the table there is always a line to go on.
    const behind = from + table.nodeSize;
    if (!tr.doc.resolve(behind).nodeAfter) tr.insert(behind, nodeType('paragraph').create());
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(from + 3))).scrollIntoView());
  }
  return true;
};

const columnsHere = (state: EditorState): number => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === 'table_row') return $from.node(depth).childCount;
  }
  return 0;
};

/** A line break inside a paragraph; where lines do not break, the next paragraph. */
export const breakLine: Command = (state, dispatch) => {
  const type = nodeType('hard_break');
  const { $from } = state.selection;
  if (!$from.parent.type.contentMatch.matchType(type)) return false;
  dispatch?.(state.tr.replaceSelectionWith(type.create()).scrollIntoView());
  return true;
};

export interface Action {
  readonly name: string;
  readonly label: string;
  /** As people read it, and as `Mod-b` for the keys. */
  readonly keys?: { readonly told: string; readonly bound: string };
  readonly run: Command;
  readonly isOn?: (state: EditorState) => boolean;
  /** Shown only where it makes sense. */
  readonly isShown?: (state: EditorState) => boolean;
}

const inList = (state: EditorState): boolean => listAround(state) !== null;
const keys = (told: string, bound: string) => ({ told, bound });

/** In the order of the buttons; `link` is done by its dialog. */
export const actions: readonly Action[] = [
  {
    name: 'strong',
    label: 'Vet',
    keys: keys('Ctrl+B', 'Mod-b'),
    run: toggleMark(markType('strong')),
    isOn: (state) => isMarked(state, 'strong'),
  },
  {
    name: 'em',
    label: 'Schuin',
    keys: keys('Ctrl+I', 'Mod-i'),
    run: toggleMark(markType('em')),
    isOn: (state) => isMarked(state, 'em'),
  },
  {
    name: 'heading',
    label: 'Kop',
    keys: keys('Ctrl+Alt+3', 'Mod-Alt-3'),
    run: toggleHeading(3),
    isOn: (state) => isHeading(state, 3),
  },
  {
    name: 'subheading',
    label: 'Kleine kop',
    keys: keys('Ctrl+Alt+4', 'Mod-Alt-4'),
    run: toggleHeading(4),
    isOn: (state) => isHeading(state, 4),
  },
  {
    name: 'bullets',
    label: 'Lijst met punten',
    keys: keys('Ctrl+Shift+8', 'Mod-Shift-8'),
    run: toggleList(nodeType('bullet_list')),
    isOn: (state) => listAround(state)?.node.type.name === 'bullet_list',
  },
  {
    name: 'numbers',
    label: 'Lijst met nummers',
    keys: keys('Ctrl+Shift+7', 'Mod-Shift-7'),
    run: toggleList(nodeType('ordered_list')),
    isOn: (state) => listAround(state)?.node.type.name === 'ordered_list',
  },
  { name: 'table', label: 'Tabel', run: insertTable },
  { name: 'undo', label: 'Ongedaan maken', keys: keys('Ctrl+Z', 'Mod-z'), run: undo },
  { name: 'redo', label: 'Opnieuw', keys: keys('Ctrl+Shift+Z', 'Mod-Shift-z'), run: redo },
  // Only where they make sense, behind the others: a button that comes moves no other.
  { name: 'deeper', label: 'Punt dieper', keys: keys('Ctrl+]', 'Mod-]'), run: deeper, isShown: inList },
  {
    name: 'shallower',
    label: 'Punt minder diep',
    keys: keys('Ctrl+[', 'Mod-['),
    run: liftListItem(nodeType('list_item')),
    isShown: inList,
  },
  {
    name: 'rowBelow',
    label: 'Rij erbij',
    run: addRowAfter,
    isShown: isInTable,
  },
  {
    name: 'columnBeside',
    label: 'Kolom erbij',
    run: (state, dispatch) => columnsHere(state) < limits.columns && addColumnAfter(state, dispatch),
    isShown: isInTable,
  },
  { name: 'rowGone', label: 'Rij weg', run: deleteRow, isShown: isInTable },
  { name: 'columnGone', label: 'Kolom weg', run: deleteColumn, isShown: isInTable },
  { name: 'tableGone', label: 'Tabel weg', run: deleteTable, isShown: isInTable },
];
