// The few ways in which these pages make HTML.

/** An element with its attributes and children; strings become text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.flat());
  return made;
}

/** Our own text, as CommonMark. */
export function prose(text = '', name = 'div') {
  const made = document.createElement(name);
  made.innerHTML = name === 'div' ? marked.parse(text) : marked.parseInline(text);
  return made;
}

/** Two columns, the first one as code. */
export function table(left, right, rows) {
  return element('table', {},
    element('thead', {}, element('tr', {}, element('th', {}, left), element('th', {}, right))),
    element('tbody', {}, Object.entries(rows).map(([key, text]) =>
      element('tr', {}, element('td', {}, element('code', {}, key)), prose(text, 'td')))));
}

export function json(value) {
  return element('pre', {}, element('code', {}, JSON.stringify(value, null, 2)));
}

/** Folded; the content is made when it is first opened. */
export function folded(title, make) {
  const made = element('details', {}, element('summary', {}, title));
  made.addEventListener('toggle', async () => made.append(await make()), { once: true });
  return made;
}
