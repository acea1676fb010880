// React chooses its build when it is first loaded, so the mode stands before anything else is.
process.env.NODE_ENV = 'production';
await import('./start.ts');

export {};
