import process from 'node:process';
import { pathToFileURL } from 'node:url';

// Runs VS Code's server (named by the first argument) for as long as standard input is open, then ends it and all that it started.
// Whoever started this holds the other end, so the server cannot outlive them.
process.argv.splice(1, 1);
process.stdin.resume();
process.stdin.on('error', end);
process.stdin.on('end', end);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
await import(pathToFileURL(process.argv[1]).href);

function end() {
  if (process.platform === 'win32') process.exit(0);
  process.kill(-process.pid, 'SIGKILL');
}
