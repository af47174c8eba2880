import { spanIn } from '../../document/span-in.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import type { Recogniser } from '../reading.ts';

/** Prose that writes its nouns as code: "The `CashCollector` has a list of tasks". */
export const namedInCode: Recogniser = (reading) => {
  const found = new Map<string, Claim[]>();
  for (const block of reading.document.blocks) {
    if (block.kind === 'code' || !isAboutService(reading.kinds[block.section])) continue;
    for (const mark of block.marks) {
      const text = block.text.slice(mark.start, mark.end);
      if (mark.kind !== 'code' || !/^(?:[A-Z][a-z]{2,}){1,3}$/.test(text) || program.test(text))
        continue;
      const name = entityName(text, reading.vocabulary);
      if (name === undefined) continue;
      const claim: Claim = {
        kind: 'entity',
        name: name.name,
        evidence: 'managed',
        source: spanIn(reading.document, block, mark.start, mark.end),
        section: block.section,
      };
      found.set(text, [...(found.get(text) ?? []), claim]);
    }
  }
  return [...found.values()].filter((claims) => claims.length >= 3).flat();
};

/** `StockService`, `OrderController`: parts of the program and not of what it keeps. */
const program =
  /[a-z](?:Service|Controller|Repository|Handler|Helper|Mapper|Middleware|Router|Component|Module|Factory|Adapter|Worker|Scheduler|Listener|Manager|Utils?)$/;
