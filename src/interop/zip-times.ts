/** Takes the moment of writing out of a zip file, so that equal content gives equal bytes. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** 1 January 1980, 00:00: where the count of MS-DOS begins (APPNOTE.TXT, 4.4.6). */
const DATE = 0x21;

/**
 * Sets the time of every entry to the earliest there is.
 * @param zip a zip file without comment and of less than 4 GiB; changed in place
 * @throws RangeError when it is none
 */
export function withoutTimes(zip: Buffer): Buffer {
  const end = zip.length - 22;
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new RangeError('no zip file');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new RangeError('no entry of a zip file');
    zip.writeUInt16LE(0, at + 12);
    zip.writeUInt16LE(DATE, at + 14);
    const local = zip.readUInt32LE(at + 42);
    zip.writeUInt16LE(0, local + 10);
    zip.writeUInt16LE(DATE, local + 12);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}
