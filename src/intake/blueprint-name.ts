import type { Document } from './document/document.ts';
import { headingTitle } from './document/heading-title.ts';
import { kindOfTitle } from './sections/classify-sections.ts';
import type { Vocabulary } from './lexicon/vocabulary.ts';
import { identifierOf } from './names/identifier.ts';

const aboutDocument =
  /\b(?:(?:product|software|system|business|functional|technical|project)\s+)*requirements?(?:\s+(?:specifications?|documents?|analysis|definition))*\b|\bprd(?:\.md)?\b|\bsrs\b|\bspecifications?\b|\b(?:documento|especificaci[oó]n|levantamento|an[aá]lisis|especifica[cç][aã]o)\s+de\s+requisitos\b|\b(?:requisitos|requerimientos)(?:\s+(?:del?|do|da|dos|para)(?:\s+(?:el|la))?)?\b|\bcahier des charges\b|\b(?:lasten|pflichten)heft\b|\banforderungen?(?:\s+an)?\b|\brequisiti(?:\s+(?:del|di|della))?\b|\bwymagania(?:\s+(?:dla|do))?\b|\bgereksinim(?:ler(?:i)?)?\b|\beisen\b|\bexigences\b|要件定義書?|要求仕様書?|機能要件|(?:产品)?需求(?:规格)?(?:说明书?|文档)?|요구사항(?:\s*(?:명세서|정의서))?|требования(?:\s+к)?(?:\s+проекту)?|техническое задание/giu;

export interface BlueprintName {
  readonly name: string;
  readonly label: string;
}

/** What the system is called: the title of the document without what it says about the document itself. */
export function blueprintName(
  document: Document,
  fallback: string,
  vocabulary: Vocabulary,
): BlueprintName {
  const titles = [
    ...document.sections
      .slice(1, 3)
      .map((section) => section.title)
      .filter((title) => kindOfTitle(title.replace(aboutDocument, ' ')) === 'unknown'),
    ...namedIn(document),
  ];
  const line = document.sections.length > 1 ? undefined : document.blocks[0]?.text.split('\n')[0];
  // A sentence is no title.
  const isSentence =
    line !== undefined &&
    (line.length > 60 ||
      line.split(/\s+/).length > 4 ||
      /^(?:manage|track|create|build|store|keep|register|make|i|we)\s/i.test(line) ||
      /[.!?]$|。/.test(line.trim()) ||
      /[ぁ-ん가-힣一-龥]{8}/u.test(line));
  for (const title of line === undefined ? titles : isSentence ? [] : [line]) {
    const label = headingTitle(title.replace(aboutDocument, ' '))
      .replace(/[()（）[\]「」"“”«»]/g, ' ')
      .replace(/^[\s\-–—:：|.,#]+|[\s\-–—:：|.,]+$/g, '')
      .replace(/\s+/g, ' ');
    const name = shortened(identifierOf(label, vocabulary));
    if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) && name.length > 1) return { name, label };
  }
  return { name: fallback, label: fallback };
}

/** "Project: Glory Gym", "Sistema: Nómina" near the beginning. */
function namedIn(document: Document): readonly string[] {
  return document.blocks.slice(0, 12).flatMap((block) =>
    block.kind === 'code'
      ? []
      : block.text.split('\n').flatMap((line) => {
          const found = named.exec(line)?.[1]?.trim();
          return found === undefined || found.length > 60 ? [] : [found];
        }),
  );
}

const named =
  /^\s*(?:(?:project|product|system|application|app|service)(?: name| title)?|nombre del (?:proyecto|sistema)|proyecto|sistema|nome do (?:projeto|sistema)|projeto|produto|nom du projet|projet|produit|nome del progetto|progetto|projekt(?:name)?|produkt|projectnaam|nazwa projektu|название проекта|проект|项目名称|系统名称|プロジェクト名|システム名|프로젝트(?:명)?)\s*[:：]\s*([^:]{2,80}?)\s*(?:[(（].*)?$/iu;

function shortened(name: string): string {
  if (name.length <= 40) return name;
  const cut = name.slice(0, 41);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 12));
}
