import type { SourceSpan } from '#diagnostics';
import type { Language } from '../../words/language.ts';
import { foldText } from '../../words/fold.ts';
import { stemPhrase } from '../../words/stem.ts';
import type { Claim, FieldClaim } from '../claim.ts';
import type { EntityName } from '../entity-name.ts';
import type { SaidFlag } from './said-flag.ts';
import type { ToldStates } from './told-states.ts';

interface Place {
  readonly source: SourceSpan;
  readonly section: number;
}

interface States extends Place {
  readonly owner: EntityName;
  readonly values: Set<string>;
  isTold: boolean;
}

interface Flag extends Place {
  readonly owner: EntityName;
  readonly flag: SaidFlag;
}

/** States and flags that sentences tell of a thing, unless it is said to have them as values already. */
export class GatheredStates {
  readonly #states = new Map<string, States>();
  readonly #flags: Flag[] = [];
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  addStates(owner: EntityName, { values, marked }: ToldStates, place: Place): void {
    const key = `${place.section} ${this.#keyOf(owner.name)}`;
    const known = this.#states.get(key) ?? {
      owner,
      ...place,
      values: new Set<string>(),
      isTold: false,
    };
    for (const value of values) known.values.add(value);
    known.isTold ||= !marked;
    this.#states.set(key, known);
  }

  addFlag(owner: EntityName, flag: SaidFlag, place: Place): void {
    this.#flags.push({ owner, flag, ...place });
  }

  /** @param heard what was claimed already */
  claims(heard: readonly Claim[]): readonly Claim[] {
    const fields = Map.groupBy(
      heard.filter((claim) => claim.kind === 'field'),
      ({ entity }) => this.#keyOf(entity),
    );
    const states = [...this.#states.values()].flatMap((said) => {
      const known = fields.get(this.#keyOf(said.owner.name)) ?? [];
      const isEnough = said.values.size >= (said.isTold ? 2 : 3) && said.values.size <= 15;
      const isKnown = known.some(
        ({ name, facts }) =>
          state.test(foldText(name)) ||
          facts.values?.some(({ value }) => said.values.has(value)) === true,
      );
      return isEnough && !isKnown ? [statusOf(said)] : [];
    });
    const flags = this.#flags.flatMap((said) => {
      const known = fields.get(this.#keyOf(said.owner.name)) ?? [];
      const values = [...known, ...states.filter(({ entity }) => entity === said.owner.name)];
      const word = foldText(said.flag.state).slice(0, 5);
      const isState = values.some(
        ({ name, facts }) =>
          foldText(name).startsWith(word) ||
          foldText(name) === foldText(said.flag.name) ||
          facts.values?.some(({ value }) => foldText(value).startsWith(word)) === true,
      );
      return isState ? [] : [flagOf(said)];
    });
    return [...states, ...flags];
  }

  #keyOf(name: string): string {
    return stemPhrase(name, this.#language);
  }
}

const state =
  /(?:^|[ _-])(?:status|state|stage|estado|situacao|zustand|statut|etat|stato|phase)(?:$|[ _-])/u;

function statusOf({ owner, values, source, section }: States): FieldClaim {
  return {
    kind: 'field',
    entity: owner.name,
    name: 'status',
    facts: { values: [...values].map((value) => ({ value, label: value })) },
    declared: false,
    evidence: 'mentioned',
    source,
    section,
  };
}

function flagOf({ owner, flag, source, section }: Flag): FieldClaim {
  return {
    kind: 'field',
    entity: owner.name,
    name: flag.name,
    facts: { type: { kind: 'boolean' }, default: flag.default },
    declared: false,
    evidence: 'mentioned',
    source,
    section,
  };
}
