/** What a section of the requirements is about. */
export type SectionKind =
  | 'data' | 'requirements' | 'roles' | 'lifecycle' | 'rules' | 'stories' | 'workflow' | 'quality' | 'api'
  | 'integrations' | 'out-of-scope' | 'future' | 'ui' | 'tech' | 'glossary' | 'schedule' | 'history'
  | 'contents' | 'questions' | 'examples' | 'testing' | 'overview' | 'unknown';
