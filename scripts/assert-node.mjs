// Imported first by what needs a recent Node: fails with advice instead of a syntax error.
import { howToGetNode, isRecent } from '../bin/hand-over.js';

if (!isRecent(process.version)) {
  console.error(howToGetNode());
  process.exit(2);
}
