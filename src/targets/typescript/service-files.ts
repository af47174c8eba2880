import type { Blueprint, Service } from '#blueprint';
import { defaultPageSize } from '#contract';
import type { GeneratedFile } from '#files';
import { array, call, literal, object, print } from './emit/code.ts';
import { entityNames } from './names.ts';
import { requestsPerMinute } from '../shared/delivery/rate-limit.ts';

/** `src/service.ts`: what distinguishes this service from any other. */
export function serviceFile(blueprint: Blueprint, service: Service): GeneratedFile {
  const accounts = service.access === 'accounts';
  const roles = blueprint.system.roles.map(({ name }) => literal(name));
  const definition = object(
    {
      name: literal(service.name),
      resources: 'resources',
      identity: accounts ? call('accounts', array(roles)) : 'anyone',
      pageSize: String(defaultPageSize(blueprint)),
      rateLimitPerMinute: String(requestsPerMinute(blueprint)),
      api: service.document ? 'operations' : undefined,
    },
    true,
  );
  const operations = service.document
    ? "import { operations } from './operations/index.ts';\n"
    : '';
  const identity = accounts
    ? "import { accounts } from './auth/identity.ts';\n"
    : "import { anyone } from './identity.ts';\n";
  return {
    path: 'src/service.ts',
    content: [
      "import type { Service } from './app.ts';\n",
      identity,
      operations,
      "import { resources } from './resources/index.ts';\n\n",
      '/** What distinguishes this service from any other. */\n',
      print(definition, 'export const service: Service = ', ';'),
      '\n',
    ].join(''),
    owner: 'generated',
    sources: service.sources,
  };
}

/** `src/resources/index.ts`: the resources, in the order of the requirements. */
export function resourcesFile(service: Service): GeneratedFile {
  const taken = new Set<string>();
  const lines: string[] = [];
  const names = service.entities.map((entity) => {
    const { value, folder, file } = entityNames(entity);
    const name = value('Resource');
    // Names such as `a-b1` and `a-b-1` are one in camelCase.
    let local = name;
    for (let number = 2; taken.has(local); number += 1) local = `${name}${number}`;
    taken.add(local);
    const from = folder.replace('src/resources/', './');
    const binding = local === name ? name : `${name} as ${local}`;
    lines.push(`import { ${binding} } from '${from}/${file}.resource.ts';\n`);
    return local;
  });
  return {
    path: 'src/resources/index.ts',
    content: [
      "import type { Resource } from '../records/resource.ts';\n",
      ...lines,
      '\n/** All resources of the service. */\n',
      print(array(names), 'export const resources: readonly Resource[] = ', ';'),
      '\n',
    ].join(''),
    owner: 'generated',
    sources: [],
  };
}
