import type { SentenceWords } from './sentence-words.ts';

export const en: SentenceWords = {
  each: 'each every all any per',
  article: 'a an the its their his her our my some this that these those one new',
  of: 'of for about on regarding concerning per',
  at: 'in at by from to within during under over into onto after before between through via as if until till against because so',
  have: 'corresponds_to correspond_to has have having contains contain containing includes include consists_of consist_of comprises comprise carries carry bears is_described_by are_described_by is_defined_by is_identified_by are_identified_by is_characterised_by is_characterized_by is_made_up_of is_composed_of holds hold had got has_got covers',
  keep: 'sign_in signs_in signed_in check_in checks_in take_down takes_down jot_down taken_down sign_up signs_up signed_up apply applies join joins enrol enrols enroll enrolls store stores stored storing record records recorded recording save saves saved keep keeps kept keeping track tracks tracked tracking capture captures captured note notes noted write_down writes_down know knows known log logs logged collect collects collected register registers registered enter enters entered maintain maintains maintained remember remembers need needs needed require requires required specify specifies specified give gives given provide provides provided fill_in fills_in filled_in document documented documents save ask_for asks_for listed persist persists persisted',
  is: 'is are was were be been being shall should must will would can could may might has_to have_to needs_to need_to do does did ought_to able',
  who: "i we you they he she it users user system app application service software platform somebody someone people everybody i'd we'd i'll we'll us me",
  info: 'attributes attribute fields field properties property data information info details detail following columns things parameters values characteristics facts particulars items_of_data data_points entry entries below content contents',
  with: 'with including containing having such_as namely like consisting_of comprising e.g i.e incl specifying providing giving plus stating together_with along_with by_entering by_giving by_providing',
  which: 'which what when where who whom whose whether how that if why',
  it: 'each_one each_of_them it they them he she him these those this',
  small:
    'log_in logs_in log_out log_on log_in_with logs_in_with themselves itself himself herself want wants most very more also only always usually just at_least further additional other basic main important relevant necessary then here there about to up so now therefore typically often mostly optionally too both really please simply e.g. individually separately back again like would_like least etc out then as_well mandatory optional minimum key exactly',
  and: 'and & plus',
  or: 'or',
  not: "not never no nothing cannot can't don't doesn't without won't isn't aren't nobody",
  attribute:
    'town county name number no no. nr code title type kind category class grade level state status stage phase colour color size brand make model manufacturer maker supplier_name material unit label reference ref id identifier place location city country street postcode zip address region room floor section position gender sex language nationality subject topic theme purpose goal reason result outcome condition mood weather method mode source origin destination format version serial barcode plate author artist contact person birthday age weight height length width volume capacity quantity amount price cost fee total date time day month year start end begin deadline duration period interval frequency temperature voltage power pressure speed distance priority severity rating score comment note notes remark remarks description text picture photo image file document link url email phone fax mobile website password username role department team company organisation organization profession occupation job position salary rate discount tax currency balance iban account species breed variety flavour flavor genre publisher edition isbn seat row shelf lot batch dose dosage product value limit threshold target percentage share count supplier owner customer licence license plate qualification certificate skill initials surname forename nickname diet allergies findings summary content body message answer question recipient sender subject signature stamp seal',
};
