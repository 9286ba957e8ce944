/** What school systems write for a choice of ours, by field; compared without case and punctuation. */
const words: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  send: {
    None: ['n', 'no', 'no special educational need', 'no specified special educational need', 'not sen'],
    SENSupport: ['k', 'sen support', 'school support', 'support'],
    EHCP: ['e', 'ehc plan', 'education health and care plan', 'statement'],
  },
  cla: {
    No: ['n', 'false', 'not in care', 'not looked after'],
    CLA: ['y', 'yes', 'true', 'in care', 'looked after', 'lac', 'currently in care'],
    PreviouslyCLA: ['previously looked after', 'previously in care', 'plac', 'pla', 'post looked after'],
  },
  socialWorker: {
    None: ['n', 'no', 'false'],
    CIN: ['child in need'],
    CP: ['child protection', 'child protection plan', 'cpp'],
    Other: ['y', 'yes', 'true'],
  },
  type: {
    Parent: [
      'mother',
      'father',
      'mum',
      'dad',
      'parent',
      'step mother',
      'step father',
      'stepmother',
      'stepfather',
      'step parent',
      'adoptive parent',
    ],
    Carer: [
      'foster mother',
      'foster father',
      'foster carer',
      'foster parent',
      'grandmother',
      'grandfather',
      'grandparent',
      'guardian',
      'carer',
      'aunt',
      'uncle',
      'other relative',
    ],
    SocialWorker: ['social worker', 'social services'],
    VSH: ['virtual school', 'virtual school head'],
    'LA-SEND': ['send officer', 'ehc coordinator'],
    YOT: ['youth offending team', 'youth justice service', 'yjs'],
    Health: ['doctor', 'gp', 'health visitor', 'nurse', 'camhs'],
    Other: ['friend', 'family friend', 'neighbour', 'sibling', 'brother', 'sister', 'childminder'],
    PRU: ['pupil referral unit'],
    APAcademy: ['academy alternative provision', 'alternative provision academy', 'ap academy'],
    APFree: ['free schools alternative provision', 'ap free school'],
    FECollege: ['college', 'fe college', 'further education', 'further education college'],
    NonSchool: ['unregistered', 'non school', 'non-school provision', 'farm', 'charity'],
    OneToOneTuition: ['tuition', 'one to one tuition', 'tutor', 'home tuition', 'hospital tuition'],
    WorkBased: ['work based', 'work based provider', 'employer', 'work experience'],
    IndependentSchool: ['independent', 'independent school', 'other independent school', 'independent special school'],
    OnSite: ['on site', 'internal unit'],
  },
  legalBasis: {
    OSD_s29A: ['off-site direction', 'offsite direction', 'osd', 's29a', 'direction'],
    DAY6_suspension: ['day 6', 'day six', 'suspension'],
    AGREED_AP: ['agreed', 'agreed ap', 'consent', 'parental agreement'],
    LA_s19: ['s19', 'section 19', 'medical'],
    EHCP_s42: ['s42', 'section 42'],
    EHCP_s61: ['s61', 'section 61', 'eotas'],
    PEX: ['permanent exclusion'],
    ONSITE_AP: ['on site', 'internal'],
    FLEXI: ['flexi', 'flexi-schooling', 'flexischooling'],
    PTT: ['part-time timetable', 'part time', 'reduced timetable'],
  },
  kind: {
    HalfTerm: ['half term', 'halfterm', 'term', 'half-term'],
    INSET: ['inset', 'inset day', 'training day', 'staff training'],
    BankHoliday: ['bank holiday', 'public holiday'],
    Closure: ['school closed', 'closed', 'emergency closure'],
    ProviderClosure: ['provider closure', 'provider closed'],
    WeekLetter: ['week letter', 'week'],
  },
  sessions: { Both: ['all day', 'day', 'am and pm', 'am pm'], AM: ['morning'], PM: ['afternoon'] },
  weekLetter: { A: ['week a', '1', 'week 1'], B: ['week b', '2', 'week 2'] },
  stage: { Active: ['current', 'open', 'live'], Ended: ['closed', 'finished', 'complete'], Paused: ['on hold'] },
  status: { Approved: ['ok', 'yes', 'current'], Prospective: ['new', 'possible'] },
};

/** One choice out of a cell: our own word in any case, a system's word for it, or the text as written (which the field refuses). */
export function choiceWords(name: string, options: readonly string[], written: string): string {
  const text = plain(written);
  const own = options.find((option) => plain(option) === text);
  if (own) return own;
  if (name === 'year') return yearGroup(written);
  const known = Object.entries(words[name] ?? {}).find(
    ([option, said]) => options.includes(option) && said.includes(text),
  );
  return known?.[0] ?? written.trim();
}

/** "Year  9", "Yr 9", "09" and Excel's "9.0" are all 9. */
function yearGroup(written: string): string {
  const [, number] = /^(?:nc\s*)?(?:year|yr|y)?\s*0?(\d{1,2})(?:\.0+)?$/i.exec(written.trim()) ?? [];
  return number ?? written.trim();
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/[.’']/g, '').replace(/\s+/g, ' ');
}
