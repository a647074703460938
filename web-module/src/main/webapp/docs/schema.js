// Shows a JSON Schema as a tree. Each level is read when it is opened, so that a schema may contain itself.
import { element, folded, prose } from './elements.js';
import { follow } from './references.js';

const values = (list) => list.map((value) => JSON.stringify(value)).join(', ');

function type(schema) {
  if (schema === true) return 'anything';
  if (schema === false) return 'nothing';
  if ('const' in schema) return values([schema.const]);
  if (schema.enum) return schema.enum.length > 8 ? `one of ${schema.enum.length} words` : values(schema.enum);
  if (schema.oneOf || schema.anyOf) return 'one of';
  return [schema.type ?? (parts(schema).length ? 'object' : 'anything')].flat().join(' or ');
}

function limits({ minLength, maxLength, minimum, maximum, minItems, maxItems, pattern }) {
  const span = (low, high, unit) => (low ?? high) === undefined ? '' : `${high === undefined ? `from ${low}` : `${low ?? 0}–${high}`}${unit}`;
  return [span(minLength, maxLength, ' characters'), span(minimum, maximum, ''), span(minItems, maxItems, ' items'),
    pattern && pattern.length < 60 ? `/${pattern}/` : ''].filter(Boolean).join(', ');
}

/** Named parts of a schema: members, items, alternatives, conditions. */
function parts(schema) {
  const named = (name, part, required = false) => ({ name, part, required });
  const members = Object.entries(schema.properties ?? {}).map(([name, part]) => named(name, part, schema.required?.includes(name)));
  const items = schema.items ? [named('each item', schema.items)] : [];
  const alike = Object.entries(schema.patternProperties ?? {}).map(([name, part]) => named(`like ${name}`, part));
  const others = typeof schema.additionalProperties === 'object' ? [named('any other name', schema.additionalProperties)] : [];
  const choices = (schema.oneOf ?? schema.anyOf ?? []).map((part, index) => named(part.$ref?.split('/').at(-1) ?? `${index + 1}.`, part));
  const rules = (schema.allOf ?? []).map((part) => part.if ? named(condition(part.if), part.then) : named('also', part));
  return [...members, ...items, ...alike, ...others, ...choices, ...rules];
}

function condition(test) {
  const tests = Object.entries(test.properties ?? {}).map(([name, part]) => `${name} is ${type(part)}`);
  return `if ${tests.join(' and ')}`;
}

async function line({ name, part, required }, base) {
  const { node, base: own } = await follow(part, base);
  const label = [element('code', {}, name), ' ', element('span', { class: 'type' }, type(node))];
  if (node.title) label.push(` ${node.title}`);
  const bounds = limits(node);
  if (bounds) label.push(element('span', { class: 'type' }, ` ${bounds}`));
  if (required) label.push(element('span', { class: 'must' }, ' required'));
  if (node.enum?.length > 8) label.push(element('span', { class: 'text' }, values(node.enum)));
  if (node.description) label.push(prose(node.description, 'span'));
  label.at(-1).classList?.add(node.description ? 'text' : 'shown');
  return element('li', {}, parts(node).length ? folded(element('span', {}, ...label), () => tree(node, own)) : label);
}

/** @param base the file that the schema stands in */
export async function tree(schema, base) {
  const { node, base: own } = await follow(schema, base);
  return element('ul', { class: 'schema' }, await Promise.all(parts(node).map((one) => line(one, own))));
}
