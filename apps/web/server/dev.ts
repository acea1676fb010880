process.env.NODE_ENV = 'development';
await import('./start-dev.ts');

export {};
