/** What a clinical reviewer confirms, each in so many words. */
export const checklist = [
  { key: 'claims', words: 'What it says about treatment agrees with the sources it cites.' },
  { key: 'balance', words: 'Benefits, risks and how sure we are stand in a fair balance.' },
  { key: 'doses', words: 'Doses, numbers and names are right.' },
  { key: 'safety', words: 'It says when and where to get help, and gives nobody false hope.' },
  { key: 'reader', words: 'A person in distress can read it without harm.' },
] as const;

export const checklistKeys: string[] = checklist.map(({ key }) => key);
