import './assert-node.mjs';
import { layers } from '../src/layers.ts';
import { fileViolations } from './file-rules.ts';
import { layerViolations } from './layer-rules.ts';
import { packageViolations } from './package-rules.ts';
import { root } from './root.ts';
import { sourceFiles } from './source-files.ts';

// The map and the rules for files, on the real tree: one line per violation.
const files = sourceFiles(root);
const violations = [
  ...layerViolations(files, layers),
  ...packageViolations(files),
  ...fileViolations(files),
];
for (const violation of violations) console.log(violation);
console.log(`${files.size} files, ${violations.length} violations`);
process.exitCode = violations.length === 0 ? 0 : 1;
