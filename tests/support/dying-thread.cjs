'use strict';

// Loaded into the CMS before anything of its own: the first of its threads dies before it has begun.
const { isMainThread, threadId } = require('node:worker_threads');

if (!isMainThread && threadId === 1) throw new Error('A thread that dies');
