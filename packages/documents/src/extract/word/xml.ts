/**
 * A strict reader of the XML inside Word files: elements, attributes, text. No DOCTYPE, no entities but the five
 * of XML itself, no processing of anything outside the bytes; whatever else is not well-formed is refused. It
 * reads events and keeps nothing but the names of open elements, so that size costs no memory.
 */
import { Refusal } from '../refusal.ts';

export interface XmlHandler {
  /** `name` is 'prefix:local' with the prefix Word itself uses for the namespace ('w', 'mc', 'r', …). */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** Attribute values by their name, with the prefix Word itself uses. */
export type Attributes = ReadonlyMap<string, string>;

/** Word itself stays below 60; a table in a table in a text box is some 40. */
const deepest = 256;

/** Prefixes are the writer's choice; what counts is the namespace. Both the transitional and the strict one. */
const knownNamespaces: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
};

const token =
  /<(?:!\[CDATA\[([\s\S]*?)\]\]>|!--[\s\S]*?-->|\?[\s\S]*?\?>|(\/?)([^\s<>/!?"'=]{1,200})((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>)/y;
const attribute = /\s+([^\s<>/"'=]{1,200})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

export function readXml(xml: string, handler: XmlHandler): void {
  const prefixes = new Map<string, string>();
  const open: { written: string; name: string }[] = [];
  let at = 0;
  let seen = false;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    const until = tag < 0 ? xml.length : tag;
    if (until > at) {
      const between = xml.slice(at, until);
      if (open.length > 0) handler.text(decoded(between));
      else if (/\S/.test(between.replace('\uFEFF', ''))) throw broken();
    }
    if (tag < 0) break;
    if (xml.startsWith('<!DOCTYPE', tag) || xml.startsWith('<!ENTITY', tag)) throw hostile();
    token.lastIndex = tag;
    const match = token.exec(xml);
    if (!match) throw broken();
    at = token.lastIndex;
    const [, cdata, slash, written, rest] = match;
    if (cdata !== undefined) {
      if (open.length === 0) throw broken();
      handler.text(cdata);
    }
    if (written === undefined) continue;
    if (slash === '/') {
      const last = open.pop();
      if (last?.written !== written || /\S/.test(rest ?? '')) throw broken();
      handler.close(last.name);
      continue;
    }
    if (open.length === 0 && seen) throw broken();
    if (open.length >= deepest) throw hostile();
    seen = true;
    const empty = rest?.endsWith('/') === true;
    const attributes = attributesOf(empty ? rest.slice(0, -1) : (rest ?? ''), prefixes);
    const name = nameOf(written, prefixes);
    handler.open(name, attributes);
    if (empty) handler.close(name);
    else open.push({ written, name });
  }
  if (open.length > 0 || !seen) throw broken();
}

function attributesOf(written: string, prefixes: Map<string, string>): Attributes {
  const found = new Map<string, string>();
  let at = 0;
  while (at < written.length) {
    attribute.lastIndex = at;
    const match = attribute.exec(written);
    if (!match) {
      if (/\S/.test(written.slice(at))) throw broken();
      break;
    }
    at = attribute.lastIndex;
    const name = match[1] ?? '';
    const value = decoded(match[2] ?? match[3] ?? '');
    if (name === 'xmlns' || name.startsWith('xmlns:'))
      prefixes.set(name.slice(6), knownNamespaces[value] ?? '');
    if (found.has(name)) throw broken();
    found.set(name, value);
  }
  const attributes = new Map<string, string>();
  for (const [name, value] of found)
    attributes.set(name.includes(':') ? nameOf(name, prefixes) : name, value);
  return attributes;
}

/** Elements of namespaces that do not matter keep the name as written. */
function nameOf(written: string, prefixes: Map<string, string>): string {
  const colon = written.indexOf(':');
  const known = prefixes.get(colon < 0 ? '' : written.slice(0, colon));
  return known ? `${known}:${written.slice(colon + 1)}` : written;
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (_all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) {
      const known = entities[name];
      if (known === undefined) throw hostile();
      return known;
    }
    if (decimal === undefined && hex === undefined) throw broken();
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw broken();
    return String.fromCodePoint(code);
  });
}

/** Also an ampersand that refers to nothing, which is no XML. */
const reference = /&(?:#(\d{1,7});|#x([\da-fA-F]{1,6});|([\p{L}_][\p{L}\d._-]{0,20});)?/gu;

const broken = (): Refusal => new Refusal('document.damaged', 'word');
const hostile = (): Refusal => new Refusal('document.hostile', 'word');
