import type { Lexicon } from './cue.ts';

export const english: Lexicon = {
  must: 'must contain | must include | needs to have | should have | shall have | must | must be | shall | should | has to | have to | needs to | need to | is required to | are required to | ought to | must always | is to be | are to be | must have | required | mandatory | compulsory | obligatory | not null | needs | need | requires | require | non - empty',
  cannot:
    "are never | is never | must not | must never | shall not | shall never | should not | should never | cannot | can not | can ’ t | can ' t | mustn ’ t | mustn ' t | may not | may never | can never | shouldn ' t | is not allowed to | are not allowed to | not be allowed to | is forbidden to | are forbidden to | is prohibited from | is unable to | are not permitted to | is not permitted to | will not be able to | could not | couldn ' t | no longer | can no longer | may no longer | never be | not allowed | forbidden | prohibited | not permitted | must no longer | is not allowed | are not allowed | is not permitted | are not permitted",
  can: 'can | may | is allowed to | are allowed to | is able to | are able to | be able to | is permitted to | are permitted to | has permission to | have permission to | allowed to | can be | may be | could | is only allowed | are only allowed | is only possible | are allowed | is allowed | is permitted | are permitted',
  not: "not | isn ' t | aren ' t | doesn ' t | don ' t | doesn ’ t | don ’ t | isn ’ t | hasn ’ t | hasn ' t | haven ' t | no | never | non",
  only: 'is only allowed | are only allowed | is only possible | only | solely | exclusively | nobody but | no one but | nobody except',
  if: 'if | when | whenever | as long as | while | provided that | provided | in case | where | given that | with status | whose | for which | that are | that is | which are | which is | who are | who is | that have been | that has been | which have been | given',
  thus: 'then',
  unless: 'unless | except if | except when | except for',
  until: 'until | till',
  once: 'once | as soon as | from the moment',
  and: 'and | & | as well as | and also | but | along with | together with',
  or: 'or | and / or | / | nor',
  gt: 'greater than | more than | larger than | higher than | bigger than | above | over | exceed | exceeds | exceeding | longer than | > | in excess of | strictly greater than | beyond',
  ge: 'at least | minimum | a minimum of | minimum of | min | min . | greater than or equal to | greater or equal to | greater than or equal | more than or equal to | equal to or greater than | equal or greater than | not less than | no less than | no fewer than | not fewer than | or more | or greater | or higher | or above | and above | or longer | or older | and older | or later | ≥ | > = | on or after | no earlier than | not earlier than | not before | not smaller than | not lower than | the same as or after | at or after | not shorter than | after or equal to | same or after | a minimum | equal to or after | later than or equal to | equal or after | the same day or after',
  lt: 'less than | fewer than | smaller than | lower than | below | under | shorter than | < | strictly less than',
  le: 'at most | maximum | a maximum of | maximum of | max | max . | less than or equal to | less or equal to | less than or equal | equal to or less than | not more than | no more than | not greater than | no greater than | not higher than | or less | or fewer | or lower | or below | or shorter | or younger | or earlier | up to | ≤ | < = | within | not exceed | not exceeding | on or before | no later than | not later than | not after | not larger than | limited to | not longer than | at or before | capped at | a maximum | before or equal to | earlier than or equal to | equal or before',
  eq: 'equal to | equals | equal | exactly | match | matches | the same as | same as | identical to | = | = = | correspond to | be exactly | coincide with',
  ne: 'different from | other than | differ from | not equal to | not the same as | ! = | ≠ | distinct from | different than | not equal | be different from',
  after:
    'lie after | lies after | after | later than | following | subsequent to | come after | follow | follows | lie after | be after | occur after | fall after',
  before:
    'lie before | lies before | before | earlier than | prior to | precede | precedes | ahead of | come before | in advance of | be before | sooner than | occur before | fall before | preceding',
  between:
    'between | in the range | in the range of | range from | range | from | in range | ranging from | ranges from',
  to: 'to | through | - | – | — | . . | . . . | ~ | …',
  positive:
    'positive | a positive number | a positive value | a positive integer | greater than zero | more than zero | above zero',
  negative:
    'negative | a negative number | a negative value | below zero | less than zero | drop below zero | go below zero | go negative | fall below zero | become negative',
  'non-negative':
    'non - negative | nonnegative | not negative | zero or greater | zero or more | zero or positive | positive or zero | a non - negative number | a non - negative value | a non - negative integer',
  empty:
    'empty | blank | null | missing | absent | unset | left blank | left empty | be left blank | omitted | not set | not given | not provided | not specified | unspecified | not filled in | not filled | an empty string | not be provided | not present | is not there',
  future:
    'in the future | lie in the future | lies in the future | future | a future date | a future time | a date in the future | a time in the future | future date',
  past: 'in the past | lie in the past | lies in the past | past | a past date | a date in the past | a time in the past | be in the past | past date',
  today:
    "today | current date | the current day | today ' s date | the current date | today ’ s date",
  now: 'now | current time | the current time | the present | the current moment | the present time',
  required:
    'must have | needs to have | should have | shall have | must contain | must include | required | mandatory | compulsory | obligatory | necessary | be provided | be specified | be given | be entered | be set | be filled | be filled in | provided | specified | given | entered | filled in | be present | present | supplied | be supplied | be included | be stated | stated | be selected | be assigned | needs | need | require | requires | be defined | indicated | be indicated | set | filled | be chosen | be recorded | not null | be populated | non - empty | be non - empty | not empty | include | includes | have been entered | assigned',
  optional: 'optional | not required | not mandatory | be omitted | be left empty | optionally',
  unique:
    'unique | be unique | together unique | globally unique | not repeated | not be repeated | not duplicated | not be duplicated | distinct | be distinct | unique within the system | unique across the system | unique in the system | used only once | not be reused',
  duplicate:
    'duplicate | duplicates | duplicated | repeated | reused | duplicate values | twice | already exist | already exists | already taken | already in use | already used | already registered | exist already | in use | taken | the same value',
  immutable:
    "immutable | read - only | readonly | fixed | frozen | unchangeable | cannot be changed | cannot be modified | cannot be edited | cannot change | can not be changed | must not change | must not be changed | never changes | never change | may not be changed | may not change | can no longer be changed | may no longer be changed | locked | cannot be updated | can no longer be modified | can no longer be edited | must not be modified | may not be modified | should not be changed | cannot be altered | must remain unchanged | must not be altered | can ' t be changed | can ’ t be changed | can never be changed | may never be changed",
  'one-of':
    'one of | either | any of | among | one of the following | one of the values | restricted to | one of the following values | in | limited to',
  true: 'true | yes | enabled | checked | ticked',
  false: 'false | disabled | unchecked',
  plus: 'plus | +',
  minus: 'minus',
  times: 'times | multiplied by | × | *',
  characters:
    'characters | character | chars | char | letters | symbols | characters long | character long | signs',
  digits: 'digits | digit | numeric digits | digits long',
  length: 'length | long | length of | character count | in length',
  count: 'number of | count of',
  sum: 'sum of | total of | sum of all | the sum of | sum of the | sum total of',
  own: 'own | their own | his own | her own | his or her own | its own | they created | they own | that they created | created by them | belonging to them | assigned to them | theirs | they have created | he created | that belong to them | of their own | he / she created | they authored | they wrote | his / her own',
  per: 'per | for each | for every | for the same | for a given | within | within a | within the | for any | for a single | within each | within the same | in the same | inside the same | on the same | for one | in each | at the same | of the same',
  combination:
    'together | combination | combination of | pair | pair of | the pair | tuple | taken together | the combination of',
  same: 'same | the same | identical | a single',
  overlap:
    'overlap | overlaps | overlapping | overlap in time | intersect | overlap each other | overlap with each other | clash | overlap with another | overlap with other',
  have: 'must have | needs to have | should have | shall have | must contain | must include | have | has | having | hold | holds | with | with any | owns | contain | contains | has any | there are | there is | exist | exists | has existing | have existing | still has | still have | associated | associated with | used by | referenced by | is used by | attached | linked',
  belong:
    'belong to | belongs to | be linked to | be associated with | be attached to | be assigned to | relate to | be related to | reference | refer to | references | be tied to | be connected to | linked to | associated to | associated with | assigned to | attached to',
  without: 'without | with no | without any | having no | lacking',
  create:
    'new | write | writes | leave | leaves | give | create | creates | created | creating | creation of | add | adds | added | adding | register new | insert | inserted | be added | be created | make | post | be made | placed | register',
  read: 'view | views | viewed | see | sees | seen | read | reads | list | lists | browse | browses | search | access | accessed | look up | retrieve | consult | viewing | reading | visible to | get',
  update:
    'edit | edits | edited | editing | update | updates | updated | updating | modify | modifies | modified | modifying | change | changes | changed | changing | alter | altered | amend | amended | be edited | be updated | be changed | be modified | rename',
  delete:
    'delete | deletes | deleted | deleting | remove | removes | removed | removing | deletion of | deletion | be deleted | be removed | erase | erased | removal',
  manage:
    'manage | manages | managed | managing | administer | administers | maintain | maintains | crud | full access to | full control over | full control of | management of | crud on | have full access to | has full access to | full access',
  cascade:
    'also deletes | also removes | will also delete | also delete | also deleted | are deleted too | deleted as well | be deleted too | are also deleted | is also deleted | removed too | removed as well | also removed | cascade | cascaded | are deleted with it | also be deleted | are removed with it | deleted with it | automatically deleted | are automatically deleted | must be deleted too | must also be deleted | are deleted as well',
  refuse:
    'reject | rejects | refuse | refuses | prevent | prevents | block | blocks | disallow | disallows | forbid | forbids | deny | return 409 | returns 409 | return 422 | returns 422 | return 400 | returns 400 | responds with 409 | responds with 422 | respond with 409 | respond with 422 | 409 | 422 | 409 conflict | return 409 conflict | returns 409 conflict | an error is returned | it is rejected | is rejected | are rejected | be rejected | be refused | is refused | not possible | is not possible | it is not possible to | it is impossible to | impossible | not be possible | avoid | be prevented from | not allow | does not allow | do not allow | is invalid | are invalid | is not valid | invalid | not accepted | must be rejected | never allow',
  exists:
    'already exists | already exist | exists already | already taken | already used | already in use | already registered',
  start:
    'start in | starts in | starts as | start as | start with | begin in | begins in | begin as | begins as | initial state is | initially | initial status is | default status is | is created in | are created in | are created as | is created as | created with status | initial state | initial status | start out as | starts with | is initially | are initially | default state is | created in status | starts in status | the initial status is | the initial state is | starts off as',
  terminal:
    'are final | is final | stays | stay | remains | remain | terminal state | terminal | a terminal state | final state | the final state | a final state | end state | an end state | workflow stops | the workflow stops | no more state transitions | no further transitions | no further transitions are possible | no more transitions',
  creation:
    'after it has been recorded | after it has been saved | after it has been entered | after they have been recorded | after they have been saved | after it was recorded | after it was saved | after it is recorded | after it is saved | once recorded | once saved | once entered | once it has been recorded | once it has been saved | once it is recorded | once it is saved | after recording | after saving | after creation | once created | after it is created | after being created | after it has been created | after they are created | after they have been created | after they were created | after registration | after having been created | after it was created',
  someone:
    'user | users | anyone | people | person | somebody | someone | everyone | visitor | visitors | nobody | no one',
  filler:
    'percentage | at the same time | at a time | at any time | at any one time | at any given time | at once | simultaneously | concurrently | the | a | an | of | is | are | was | were | be | been | being | that | this | these | those | it | its | their | they | will | would | value | values | status | state | field | fields | attribute | system | the system | application | app | api | service | ensure that | ensures that | ensure | make sure that | make sure | verify that | validate that | enforce that | check that | , | ; | any | all | every | each | also | always | both | existing | exist | at | for | in | on | by | as | has been | have been | had been | already | such | currently | current | s | strictly | there | do | does | so | itself | themselves | respective | corresponding | related | particular | actually | still | ever | during | valid | number | numeric | record | records | entry | entries | item | else | integer | whole number | otherwise | : | please | timestamp | time stamp | note that | note : | rule : | business rule : | constraint : | attempt to | attempts to | try to | tries to | possible | be able | having | to be | to | into | relative to | compared to | \' | ’ | " | “ | ” | ` | * | . | !',
};
