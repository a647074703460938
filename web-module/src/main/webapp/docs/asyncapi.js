// Shows asyncapi.yaml: how to connect, what may be said, what is told, why a connection ends.
import { element, folded, json, prose, table } from './elements.js';
import { follow, read } from './references.js';
import { tree } from './schema.js';

const page = document.getElementById('document');
const source = new URL('asyncapi.yaml', location.href).href;

function section(id, title, ...content) {
  return element('section', { id }, element('h2', {}, title), ...content);
}

function servers(api) {
  return table('Address', 'Which', Object.fromEntries(Object.values(api.servers).map((server) =>
    [`${server.protocol}://${server.host}${server.pathname}${Object.values(api.channels)[0].address}`, server.description])));
}

function query(channel) {
  return table('Query', 'Meaning', Object.fromEntries(Object.entries(channel.bindings.ws.query.properties).map(([name, value]) =>
    [name, `${value.description}${value.enum ? ` (${value.enum.map((word) => `\`${word}\``).join(', ')})` : ''}`])));
}

function connection(api, channel) {
  const schemes = Object.fromEntries(Object.entries(api.components.securitySchemes).map(([name, scheme]) => [name, scheme.description]));
  return [
    section('connect', 'Connect', prose(channel.description), servers(api), query(channel), table('Sign-in', 'How', schemes),
      table('Subprotocol', 'Meaning', channel['x-subprotocols'])),
    section('handshake', 'Answers to the handshake', table('Status', 'When', channel['x-handshake'])),
    section('closing', 'Why a connection is closed', table('Code', 'When', channel['x-close-codes'])),
  ];
}

function operation(one) {
  const arrow = one.action === 'receive' ? 'client → gateway' : 'gateway → client';
  return [element('h3', {}, `${one.title}: ${arrow}`), prose(`${one.summary}\n\n${one.description ?? ''}`)];
}

function examples(message) {
  return message.examples.map((example) => folded(example.summary, () => json(example.payload)));
}

async function shown(id, node, incoming) {
  const { node: message, base } = await follow(node, source);
  const way = element('span', { class: incoming ? 'way in' : 'way' }, incoming ? 'in' : 'out');
  return element('article', { class: 'message', id },
    element('h3', {}, message.title, way), prose(message.summary, 'p'), message.description ? prose(message.description) : '',
    folded('Schema', () => tree(message.payload, base)), examples(message));
}

function navigation(messages) {
  const list = (title, links) => [element('p', {}, title), element('ul', {}, links.map(([id, text]) =>
    element('li', {}, element('a', { href: `#${id}` }, text))))];
  return element('nav', { 'aria-label': 'In this document' },
    list('Connection', [['connect', 'Connect'], ['handshake', 'Handshake'], ['closing', 'Closing'], ['operations', 'Both directions']]),
    list('Messages', messages.map((message) => [message.id, message.querySelector('h3').firstChild.textContent])));
}

async function show() {
  const api = await read(source);
  const channel = Object.values(api.channels)[0];
  const operations = Object.values(api.operations);
  const incoming = new Set(operations.filter((one) => one.action === 'receive')
    .flatMap((one) => one.messages.map((message) => message.$ref.split('/').at(-1))));
  const messages = await Promise.all(Object.entries(channel.messages).map(([id, node]) => shown(id, node, incoming.has(id))));
  page.className = 'document';
  page.replaceChildren(navigation(messages), element('div', {},
    element('h1', {}, api.info.title, element('small', {}, `AsyncAPI ${api.asyncapi}`)), prose(api.info.description),
    connection(api, channel), section('operations', 'Both directions', operations.flatMap(operation)),
    section('messages', 'Messages', ...messages)));
  // The place that the address names is there only now.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

show().catch((fault) => page.replaceChildren(element('p', { class: 'fault' },
  `The document could not be shown (${fault.message}); it is at `, element('a', { href: 'asyncapi.yaml' }, 'asyncapi.yaml'), '.')));
