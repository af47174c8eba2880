import type { Service } from '#blueprint';
import type { Delivery } from '../../../shared/delivery/delivery-files.ts';
import { dockerfile } from './dockerfile.ts';

/** How a TypeScript service is built, checked and shipped. */
export function delivery({ name }: Service): Delivery {
  return {
    dockerfile: dockerfile(name),
    ci: {
      setup: [
        '- uses: actions/setup-node@v5',
        '  with:',
        '    node-version: 24',
        '    cache: npm',
        '- run: npm ci',
      ],
      check: ['npm run check'],
      test: 'npm test',
    },
    shipped: [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'openapi.json',
      'src',
      'migrations',
    ].map((path) => `!${path}`),
    ignored: ['node_modules/', 'dist/'],
  };
}
