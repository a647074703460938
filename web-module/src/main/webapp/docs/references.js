// Follows $ref from file to file: what an author keeps once is read once.
const files = new Map();

async function load(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return jsyaml.load(await answer.text());
}

/** The content of a YAML or JSON file. */
export function read(url) {
  if (!files.has(url)) files.set(url, load(url));
  return files.get(url);
}

/** What a node is, with the file that its own references are relative to. */
export async function follow(node, base) {
  if (typeof node?.$ref !== 'string') return { node, base };
  const [path, pointer = ''] = node.$ref.split('#');
  const file = path ? new URL(path, base).href : base;
  const names = pointer.split('/').slice(1).map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const found = names.reduce((part, name) => part?.[name], await read(file));
  if (found === undefined) throw new Error(`${node.$ref} leads nowhere`);
  return follow(found, file);
}
