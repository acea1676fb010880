'use strict';

// Loaded into each server that a script starts, before anything of its own.
const cluster = require('cluster');

// A script that is killed cannot stop its servers, so they notice by themselves.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 5000).unref();
});
// Listening to the channel must not keep a server alive that has finished.
if (process.channel) process.channel.unref();

// With hot reload the CMS is a worker of the process that the script knows: pass on what it reports.
cluster.on('message', (_worker, message) => {
  if (process.send && message && message.event) process.send(message);
});
