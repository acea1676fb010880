/** Measures something and returns what to print: tables and what to know about them. May say how far it is meanwhile. */
export type Bench = (say: (line: string) => void) => Promise<string[]>;
