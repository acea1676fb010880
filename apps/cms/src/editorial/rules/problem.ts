/** A problem with one field of a document: where, and what to do about it in plain words. */
export interface Problem {
  path: (string | number)[];
  message: string;
}

/** A problem and how much it weighs: what blocks keeps a document from being published, advice does not. */
export interface Finding extends Problem {
  severity: 'blocking' | 'advice';
}

export const blocking = (problem: Problem): Finding => ({ ...problem, severity: 'blocking' });

export const advice = (problem: Problem): Finding => ({ ...problem, severity: 'advice' });
