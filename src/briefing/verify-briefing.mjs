// Checks a briefing against its sources, without the program that made it. Needs Node 18 or newer and nothing else.
//
//   node verify-briefing.mjs NAME.manifest.json [FOLDER-WITH-SOURCES] [--open OPENING.json]...
//
// It only reads. It hashes the files that the manifest belongs to and the sources that it finds in the folder (by their
// SHA-256, whatever their names), reads every cited range again, also inside of .gz, .tar and .zip, and compares the hash of
// the bytes and their beginning. It says what does not hold (exit code 1), and what it could not check.
import { createHash, createHmac } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';

const wrong = [];
const unchecked = [];
let held = 0;

/** Anything from a manifest that is printed: no control characters, no marks of direction. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const shown = (text) => String(text).replace(HIDDEN, '?').slice(0, 300);
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

function sha256OfFile(path) {
  const digest = createHash('sha256');
  const piece = Buffer.alloc(1 << 20);
  const file = openSync(path, 'r');
  for (let got = 1; got > 0; ) {
    got = readSync(file, piece, 0, piece.length, null);
    digest.update(piece.subarray(0, got));
  }
  closeSync(file);
  return digest.digest('hex');
}

/** All files below a folder; a file is a folder of one. Links are not followed out of it. */
function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return filesIn(join(path, entry.name));
    return entry.isFile() ? [join(path, entry.name)] : [];
  });
}

/** Bytes of a file from an offset on. */
function rangeOfFile(path, offset, length) {
  const bytes = Buffer.alloc(length);
  const file = openSync(path, 'r');
  let done = 0;
  for (let got = 1; got > 0 && done < length; done += got)
    got = readSync(file, bytes, done, length - done, offset + done);
  closeSync(file);
  return bytes.subarray(0, done);
}

const text = (bytes) => bytes.toString('utf8').replace(/\0.*$/s, '');

/** A member of a tar archive (POSIX ustar and pax, GNU long names). */
function tarMember(bytes, name) {
  let long = null;
  for (let at = 0; at + 512 <= bytes.length; ) {
    const header = bytes.subarray(at, at + 512);
    if (header.every((byte) => byte === 0)) break;
    const size =
      header[124] & 0x80 ? Number(header.readBigUInt64BE(128)) : parseInt(text(header.subarray(124, 136)), 8) || 0;
    const type = String.fromCharCode(header[156]);
    const body = bytes.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
    if (type === 'L') long = text(body);
    else if (type === 'x') long = /\d+ path=(.*)\n/.exec(body.toString('utf8'))?.[1] ?? long;
    else if (type !== 'g' && type !== 'K') {
      const prefix = text(header.subarray(257, 263)) === 'ustar' ? text(header.subarray(345, 500)) : '';
      const own = long ?? (prefix === '' ? '' : `${prefix}/`) + text(header.subarray(0, 100));
      long = null;
      if (own === name) return body;
    }
  }
  return null;
}

/** A member of a zip archive, stored or deflated (APPNOTE 4.3, without Zip64 and encryption). */
function zipMember(bytes, name) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end === -1) return null;
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0 && bytes.readUInt32LE(at) === 0x02014b50; left--) {
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    const lengths = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const own = bytes.subarray(at + 46, at + 46 + lengths[0]);
    if (own.toString('utf8') === name || own.toString('latin1') === name) {
      const local = bytes.readUInt32LE(at + 42);
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
      if (flags & 1) return null;
      return method === 0 ? packed : method === 8 ? inflateRawSync(packed) : null;
    }
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  return null;
}

/** Bytes of members inside of files, step by step; null where this script cannot get at them. */
const unpacked = new Map();
function memberOf(path, members) {
  let key = path;
  let bytes = unpacked.get(key) ?? readFileSync(path);
  for (const { member, method } of members) {
    key += `\0${method}\0${member}`;
    if (bytes === null) return null;
    bytes =
      unpacked.get(key) ??
      (method === 'gzip' ? gunzipSync(bytes) : method === 'tar' ? tarMember(bytes, member) : zipMember(bytes, member));
    unpacked.set(key, bytes);
  }
  return bytes;
}

function checkPassage(passage, path, opened) {
  const { key, range, members } = passage;
  const expected = passage.sha256 ?? opened.get(`passage/${key}/sha256`) ?? null;
  if (path === undefined) return unchecked.push(`${key}: its source is not here`);
  if (range === null)
    return unchecked.push(`${key}: exact to the ${passage.exactness} only; the file is the one that was cited`);
  if (expected === null) return unchecked.push(`${key}: redacted; the file is the one that was cited`);
  if (members === null) return unchecked.push(`${key}: the name of its archive's member is withheld`);
  const [offset, length] = range;
  let bytes = null;
  try {
    if (members.length === 0) bytes = rangeOfFile(path, offset, length);
    else bytes = memberOf(path, members)?.subarray(offset, offset + length) ?? null;
  } catch (error) {
    return unchecked.push(`${key}: this script cannot open its archive (${error.message})`);
  }
  if (bytes === null) return unchecked.push(`${key}: this script cannot get at that member of its archive`);
  if (bytes.length !== length) return wrong.push(`${key}: ${length} bytes from ${offset} on are not there`);
  if (sha256(bytes) !== expected) return wrong.push(`${key}: the cited bytes are not those of the briefing`);
  const raw = passage.raw ?? opened.get(`passage/${key}/raw`) ?? null;
  if (raw !== null && bytes.subarray(0, 160).toString('utf8') !== raw)
    return wrong.push(`${key}: its excerpt is not what stands there`);
  held++;
}

/** Values that were handed over: each must be the one that was committed. */
function openings(manifest, files) {
  const committed = new Map(manifest.commitments.map(({ field, hmac }) => [field, hmac]));
  const opened = new Map();
  for (const { field, value, key } of files.map((file) => JSON.parse(readFileSync(file, 'utf8')))) {
    const hmac = createHmac('sha256', Buffer.from(key, 'hex')).update(field).update('\0').update(value).digest('hex');
    if (committed.get(field) !== hmac)
      wrong.push(`${field}: the value that was handed over is not the one that was committed`);
    else {
      opened.set(field, value);
      console.log(`opened ${shown(field)}: ${shown(value)}`);
    }
  }
  return opened;
}

function main(args) {
  const [manifestPath, folder] = args.filter((arg, i) => arg !== '--open' && args[i - 1] !== '--open');
  if (manifestPath === undefined) throw new Error('name a manifest: verify-briefing.mjs NAME.manifest.json [FOLDER]');
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  if (manifest.format !== 'backchannel manifest' || manifest.version !== 1) throw new Error('no manifest of this kind');
  const { title, asOf, program, programVersion, sources } = manifest;
  console.log(shown(`${title}, as of ${asOf}, by ${program} ${programVersion}`));
  const opened = openings(
    manifest,
    args.filter((_, i) => args[i - 1] === '--open'),
  );
  for (const { name, sha256: hash } of manifest.files ?? []) {
    if (!readdirSync(dirname(manifestPath)).includes(name)) unchecked.push(`${name}: not beside the manifest`);
    else if (sha256OfFile(join(dirname(manifestPath), name)) === hash) held++;
    else wrong.push(`${name}: is not the briefing that the manifest belongs to`);
  }
  const files = folder === undefined ? [] : filesIn(folder);
  const sizes = new Set(sources.map(({ size }) => size));
  const there = new Map();
  for (const path of files) if (sizes.has(statSync(path).size)) there.set(sha256OfFile(path), path);
  for (const { name, sha256: hash } of sources) {
    const file = `/${name.split('/').pop()}`;
    if (there.has(hash)) held++;
    else if (files.some((path) => path.replaceAll('\\', '/').endsWith(file)))
      wrong.push(`${name}: a file of this name is here, and is not the one that was cited`);
    else unchecked.push(`${name}: not here`);
  }
  const known = new Set(['', ...sources.map(({ sha256: hash }) => hash)]);
  for (const passage of manifest.passages) {
    if (known.has(passage.file)) checkPassage(passage, there.get(passage.file), opened);
    else wrong.push(`${passage.key}: cites a file that the manifest does not list`);
  }
  for (const line of wrong) console.log(`WRONG  ${shown(line)}`);
  for (const line of unchecked) console.log(`not checked  ${shown(line)}`);
  console.log(`${held} hold, ${wrong.length} do not, ${unchecked.length} could not be checked`);
  return wrong.length > 0 ? 1 : 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(shown(error.message));
  process.exitCode = 2;
}
