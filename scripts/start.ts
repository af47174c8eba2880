import './assert-node.mjs';
import { join } from 'node:path';
import { handOver } from '../bin/hand-over.js';
import { root } from './root.ts';

// The main job on an example: requirements in, a running and verified service out.
const job = ['forge', 'examples/team-tasks.md', '--out', 'build/team-tasks', '--run'];
process.chdir(root);
await handOver(process.execPath, [
  join(root, 'bin', 'microforge.js'),
  ...job,
  ...process.argv.slice(2),
]);
