const element = (name, attributes, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
};

const contract = await (await fetch('/openapi.json')).json();

const resolve = (value) => {
  if (!value || !value.$ref) return value;
  return value.$ref
    .slice(2)
    .split('/')
    .reduce((node, part) => node[part.replaceAll('~1', '/').replaceAll('~0', '~')], contract);
};

const typeOf = (schema) => {
  const { type, format, enum: values, items } = resolve(schema) ?? {};
  const name = [type].flat().filter(Boolean).join(' or ') || 'any';
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (items) return name + ' of ' + typeOf(items);
  return format ? name + ' (' + format + ')' : name;
};

const table = (heads, rows) =>
  element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', {}, head)))),
    element(
      'tbody',
      {},
      ...rows.map((row) => element('tr', {}, ...row.map((cell) => element('td', {}, cell ?? '')))),
    ),
  );

const parameterTable = (parameters) =>
  table(
    ['parameter', 'in', 'type', ''],
    parameters.map((parameter) => {
      const { name, in: place, schema, required, description } = resolve(parameter);
      return [name, place, typeOf(schema) + (required ? ' *' : ''), description];
    }),
  );

const schemaTable = (schema) => {
  const { properties = {}, required = [] } = resolve(schema);
  return table(
    ['property', 'type', ''],
    Object.entries(properties).map(([name, property]) => [
      name + (required.includes(name) ? ' *' : ''),
      typeOf(property),
      resolve(property)?.description,
    ]),
  );
};

const body = (title, content) => {
  const [type, media] = Object.entries(content ?? {})[0] ?? [];
  if (!media) return [];
  const schema = resolve(media.schema) ?? {};
  const example = media.example ?? schema.examples?.[0];
  return [
    element('h4', {}, title, ' ', element('span', { class: 'muted' }, type)),
    ...(schema.properties ? [schemaTable(schema)] : []),
    ...(example === undefined
      ? []
      : [
          element(
            'pre',
            {},
            typeof example === 'string' ? example : JSON.stringify(example, null, 2),
          ),
        ]),
  ];
};

const operationDetails = (method, path, item, operation) => {
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
  const responses = Object.entries(operation.responses ?? {}).map(([status, response]) => [
    status,
    resolve(response),
  ]);
  const success = responses.find(([status]) => status.startsWith('2'))?.[1];
  return element(
    'details',
    { id: operation.operationId },
    element(
      'summary',
      {},
      element('span', { class: 'method ' + method }, method.toUpperCase()),
      element('code', {}, path),
      ' ',
      element('span', { class: 'muted' }, operation.summary ?? ''),
    ),
    element(
      'div',
      { class: 'body' },
      element('p', {}, operation.description ?? ''),
      ...(parameters.length > 0
        ? [element('h4', {}, 'Parameters'), parameterTable(parameters)]
        : []),
      ...body('Request', resolve(operation.requestBody)?.content),
      ...body('Answer', success?.content),
      element('h4', {}, 'Statuses'),
      table(
        ['status', ''],
        responses.map(([status, response]) => [status, response.description]),
      ),
    ),
  );
};

document.title = contract.info.title;
document.querySelector('h1').textContent = contract.info.title + ' ' + contract.info.version;
document.querySelector('#about').textContent = contract.info.description ?? '';
const methods = ['get', 'post', 'put', 'patch', 'delete'];
const groups = new Map();
for (const [path, item] of Object.entries(contract.paths)) {
  for (const method of methods.filter((name) => item[name])) {
    const tag = item[method].tags?.[0] ?? 'Operations';
    if (!groups.has(tag)) groups.set(tag, []);
    groups.get(tag).push(operationDetails(method, path, item, item[method]));
  }
}
for (const [tag, operations] of groups) {
  document
    .querySelector('#operations')
    .append(element('section', {}, element('h2', {}, tag), ...operations));
}
