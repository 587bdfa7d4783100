// The process in which one paper is written: an order as JSON on stdin, the bytes of the file on stdout.
import { text } from 'node:stream/consumers';
import { writeAddendum, writeAgenda, writeIntervention } from '../write/write-paper.ts';
import type { WritingOrder } from './write-apart.ts';

/** When the house itself is gone nobody kills this process: it ends by itself. */
const longestLife = 90_000;
setTimeout(() => process.exit(9), longestLife).unref();

const order = JSON.parse(await text(process.stdin)) as WritingOrder;
const bytes =
  order.kind === 'agenda'
    ? await writeAgenda(order.paper, order.format)
    : order.kind === 'addendum'
      ? await writeAddendum(order.paper, order.format)
      : await writeIntervention(order.paper, order.format);
process.stdout.write(bytes);
