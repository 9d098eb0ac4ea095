import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { cache, root } from './paths.mjs';
import { startServer } from './server.mjs';
import { getVSCode } from './vscode.mjs';

const usage = `npm start -- [--no-open] [--port N] [--desktop]

Opens VS Code in your browser with Common Ground loaded on the folder examples.
  --no-open   only print the address
  --port N    listen on this port instead of a free one
  --desktop   use the VS Code that is installed here (the command "code")
  --help      print this`;

const examples = path.join(root, 'examples');
const firstFile = path.join(examples, 'proposal.md');

const options = readOptions();
if (options.help) console.log(usage);
else {
  console.log('Building the extension …');
  await build();
  await (options.desktop ? openDesktop() : openInBrowser());
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        'no-open': { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        desktop: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`${values.port} is no port.`);
    return { ...values, port };
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

async function openInBrowser() {
  const vscode = await getVSCode('lowest');
  const server = await startServer(vscode, {
    profile: path.join(cache, 'profile'),
    port: options.port,
    settings: {
      'window.autoDetectColorScheme': true,
      'workbench.preferredLightColorTheme': 'Default Light Modern',
      'workbench.preferredDarkColorTheme': 'Default Dark Modern',
    },
  }).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      await server.stop();
      console.log('\nStopped.');
      process.exit(0);
    });
  }
  server.ended.then(() => {
    if (stopping) return;
    console.error("VS Code's server has ended by itself.");
    process.exit(1);
  });
  const address = server.address({ folder: examples, extension: root, file: firstFile });
  console.log(`\nVS Code ${vscode.version} with Common Ground:\n\n  ${address}\n`);
  if (!options['no-open'] && !(await openAddress(address))) {
    console.log('No browser could be opened from here: please open the address above yourself.');
  }
  console.log('Press Ctrl+C to stop.');
}

/** Whether the system's own opener took the address. */
function openAddress(address) {
  const [command, ...words] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', address]
        : ['xdg-open', address];
  return new Promise((resolve) => {
    const child = spawn(command, words, { stdio: 'ignore', detached: true });
    // An opener that becomes the browser itself stays; one that has not failed by now has worked.
    const patience = setTimeout(() => resolve(true), 3000);
    const settle = (worked) => {
      clearTimeout(patience);
      resolve(worked);
    };
    child.on('error', () => settle(false));
    child.on('exit', (code) => settle(code === 0));
    child.unref();
  });
}

function openDesktop() {
  const windows = process.platform === 'win32';
  const quoted = (file) => (windows ? `"${file}"` : file);
  const words = ['--new-window', `--extensionDevelopmentPath=${quoted(root)}`, quoted(examples), quoted(firstFile)];
  return new Promise((resolve) => {
    const child = spawn('code', words, { stdio: 'inherit', shell: windows });
    const missing = () => {
      console.error(
        'The command "code" did not work. In VS Code, run "Shell Command: Install \'code\' command in PATH", or use npm start without --desktop.',
      );
      process.exitCode = 1;
      resolve();
    };
    child.on('error', missing);
    child.on('exit', (code) => (code === 0 ? resolve() : missing()));
  });
}
