/** Folded words that head a section of a document, and are records where fields follow: a laboratory has samples. */
export const alsoRecords =
  /^(?:samples?|buildings?|environments?|installations?|dependents?|agendas?|tests?|phases?|sprints?|milestones?|deliverables?|deadlines?|changes?|links?|questions?|polic(?:y|ies)|releases?|schedules?|steps?|process(?:es)?|procedures?|plans?|reports?|screens?|flows?|scenarios?|goals?|risks?|objectives?|metrics?|proben?|muestras?|amostras?|echantillons?|campion[ei]|fases?|etapas?|preguntas?|perguntas?)$/u;
