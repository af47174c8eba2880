import './assert-node.mjs';
import { join } from 'node:path';
import { buildPackage } from './build-package.ts';
import { root } from './root.ts';

// npm pack: what an installed MicroForge runs, made of the sources.
await buildPackage(join(root, 'dist'));
