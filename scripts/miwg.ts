import './assert-node.mjs';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadProcesses } from '#process';
import { canonicalXml } from '../src/process/testing/canonical-xml.ts';
import { needSuite } from './need-suite.ts';

/*
 * npm run miwg -- FOLDER [--json]: reads every BPMN file below a folder, turns it into JSON and back, and says
 * which are not the same afterwards, by a reader of XML that is not ours. Files that are no BPMN 2.0 are left out.
 */

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [folder = '.'] = positionals;
const { decodeXml, readBpmn, readModel, writeBpmn } = await loadProcesses();
const different: string[] = [];
const unreadable: string[] = [];
let files = 0;
let identical = 0;
const documents = globSync('**/*.{bpmn,bpmn2}', { cwd: folder }).sort();
needSuite(documents.length, folder, 'BPMN files (github.com/bpmn-miwg/bpmn-miwg-test-suite)');
for (const file of documents) {
  const xml = decodeXml(readFileSync(join(folder, file)));
  const read = readBpmn(xml, file).value;
  if (!read) {
    unreadable.push(file);
    continue;
  }
  files += 1;
  const model = readModel(JSON.parse(JSON.stringify(read.model))).value;
  const written = model && writeBpmn(model).value;
  if (written !== undefined && canonicalXml(written) === canonicalXml(xml)) identical += 1;
  else different.push(file);
}
if (values.json) console.log(JSON.stringify({ files, identical, different, unreadable }));
else {
  console.log(`${identical} of ${files} files are the same after BPMN → JSON → BPMN`);
  for (const file of different) console.log(`different: ${file}`);
  for (const file of unreadable) console.log(`no BPMN: ${file}`);
}
process.exitCode = different.length > 0 ? 1 : 0;
