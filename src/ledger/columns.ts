/**
 * Moving columns in and out of DuckDB's vectors without an object a value.
 * Vectors hold 2,048 values; fixed-width values are copied as bytes, validity as a bitmap of 64-bit words.
 */
import bindings, { type DataChunk, type Vector } from '@duckdb/node-bindings'; // CommonJS: only the default import is there
import { type ColumnData, NULL_INT, type Value } from './ledger.ts';

/** Values in a vector (STANDARD_VECTOR_SIZE). */
export const VECTOR = 2048;

const validity = new Uint32Array(VECTOR / 32);

function allValid(): void {
  validity.fill(0xffffffff);
}

function invalidate(i: number): void {
  validity[i >>> 5]! &= ~(1 << (i & 31));
}

function sendValidity(vector: Vector): void {
  bindings.vector_ensure_validity_writable(vector);
  bindings.copy_data_to_vector_validity(vector, 0, validity.buffer, 0, validity.byteLength);
}

type Writer = (vector: Vector, source: ArrayLike<Value>, from: number, count: number) => void;

/** A writer for fixed-width values: `put` sets one in the staging array and says whether it is null. */
function fixed(
  staging: Uint8Array | Int16Array | Int32Array | Uint32Array | Float64Array,
  put: (value: Value, i: number) => boolean,
  same: (source: ArrayLike<Value>) => boolean,
  nullValue: number | null,
): Writer {
  const width = staging.BYTES_PER_ELEMENT;
  return (vector, source, from, count) => {
    allValid();
    let nulls = false;
    if (same(source)) {
      const typed = source as unknown as Int32Array;
      if (nullValue !== null) {
        for (let i = 0; i < count; i++) {
          if (typed[from + i] === nullValue) {
            invalidate(i);
            nulls = true;
          }
        }
      }
      bindings.copy_data_to_vector(
        vector,
        0,
        typed.buffer as ArrayBuffer,
        typed.byteOffset + from * width,
        count * width,
      );
    } else {
      for (let i = 0; i < count; i++) {
        if (put(source[from + i]!, i)) {
          invalidate(i);
          nulls = true;
        }
      }
      bindings.copy_data_to_vector(vector, 0, staging.buffer as ArrayBuffer, 0, (staging.byteLength / VECTOR) * count);
    }
    if (nulls) sendValidity(vector);
  };
}

function integer(
  staging: Uint8Array | Int16Array | Int32Array,
  same: (s: unknown) => boolean,
  nullValue: number,
): Writer {
  const isByte = staging instanceof Uint8Array;
  return fixed(
    staging,
    (value, i) => {
      const isNull = value === null || value === undefined || value === nullValue || Number.isNaN(value);
      staging[i] = isNull ? 0 : Number(value);
      return isNull;
    },
    same,
    isByte ? null : nullValue,
  );
}

/** 64-bit integers are written as two 32-bit halves: BigInt arithmetic would cost ten times as much. */
function wide(): Writer {
  const staging = new Int32Array(VECTOR * 2); // assignment wraps modulo 2^32 (ECMA-262 ToInt32)
  const each = fixed(
    staging,
    (value, i) => {
      if (value === null || value === undefined || Number.isNaN(value)) return true;
      const n = Number(value);
      staging[2 * i] = n - Math.floor(n / 4294967296) * 4294967296;
      staging[2 * i + 1] = Math.floor(n / 4294967296);
      return false;
    },
    (source) => source instanceof BigInt64Array,
    null,
  );
  return (vector, source, from, count) =>
    source instanceof Float64Array
      ? wideOfFloats(vector, source, from, count, staging)
      : each(vector, source, from, count);
}

/** The same for the type in which batches have offsets and times. */
function wideOfFloats(vector: Vector, source: Float64Array, from: number, count: number, staging: Int32Array): void {
  allValid();
  let nulls = false;
  for (let i = 0; i < count; i++) {
    const n = source[from + i]!;
    if (Number.isNaN(n)) {
      invalidate(i);
      nulls = true;
    } else {
      const high = Math.floor(n / 4294967296);
      staging[2 * i] = n - high * 4294967296;
      staging[2 * i + 1] = high;
    }
  }
  bindings.copy_data_to_vector(vector, 0, staging.buffer as ArrayBuffer, 0, 8 * count);
  if (nulls) sendValidity(vector);
}

/** Makes all values of a vector null. */
export function writeNulls(vector: Vector): void {
  validity.fill(0);
  sendValidity(vector);
}

/** Ids: a BigUint64Array is copied as bytes, with 0 as null; it is looked at in halves, for BigInts are slow. */
function unsignedWide(): Writer {
  const staging = new Uint32Array(VECTOR * 2);
  const each = fixed(
    staging,
    (value, i) => {
      if (value === null || value === undefined) return true;
      const n = BigInt(value);
      staging[2 * i] = Number(n & 0xffffffffn);
      staging[2 * i + 1] = Number(n >> 32n);
      return false;
    },
    () => false,
    null,
  );
  return (vector, source, from, count) => {
    if (!(source instanceof BigUint64Array)) return each(vector, source, from, count);
    allValid();
    let nulls = false;
    const halves = new Uint32Array(source.buffer, source.byteOffset + 8 * from, 2 * count);
    for (let i = 0; i < count; i++) {
      if (halves[2 * i] === 0 && halves[2 * i + 1] === 0) {
        invalidate(i);
        nulls = true;
      }
    }
    bindings.copy_data_to_vector(vector, 0, halves.buffer as ArrayBuffer, halves.byteOffset, halves.byteLength);
    if (nulls) sendValidity(vector);
  };
}

/** A text as the engine takes it: a lone surrogate has no UTF-8 form, and what comes after a NUL would be lost. */
function storable(value: string): string {
  if (value.isWellFormed() && !value.includes('\0')) return value;
  return value.toWellFormed().replaceAll('\0', '\ufffd');
}

function text(): Writer {
  return (vector, source, from, count) => {
    allValid();
    let nulls = false;
    for (let i = 0; i < count; i++) {
      const value = source[from + i];
      if (value === null || value === undefined) {
        invalidate(i);
        nulls = true;
      } else {
        bindings.vector_assign_string_element(vector, i, storable(value as string));
      }
    }
    if (nulls) sendValidity(vector);
  };
}

/**
 * A function that copies a slice of values into a vector of an SQL type.
 * Nulls: null in arrays, NaN in floats, NULL_INT in Int32Array, −32768 in Int16Array.
 * @throws RangeError for a type that no table uses
 */
export function writerFor(type: string): Writer {
  switch (type) {
    case 'UTINYINT':
      return integer(new Uint8Array(VECTOR), (s) => s instanceof Uint8Array, NULL_INT);
    case 'BOOLEAN':
      return integer(new Uint8Array(VECTOR), (s) => s instanceof Uint8Array, NULL_INT);
    case 'SMALLINT':
      return integer(new Int16Array(VECTOR), (s) => s instanceof Int16Array, -32768);
    case 'INTEGER':
      return integer(new Int32Array(VECTOR), (s) => s instanceof Int32Array, NULL_INT);
    case 'BIGINT':
      return wide();
    case 'UBIGINT':
      return unsignedWide();
    case 'VARCHAR':
      return text();
    default:
      throw new RangeError(`no writer for the column type ${type}`);
  }
}

/** The vector of a column of a chunk. */
export function vectorOf(chunk: DataChunk, column: number): Vector {
  return bindings.data_chunk_get_vector(chunk, column);
}

function isNullAt(bits: Uint8Array | null, i: number): boolean {
  return bits !== null && (bits[i >>> 3]! & (1 << (i & 7))) === 0;
}

const WIDTH: { readonly [type: string]: number } = {
  BOOLEAN: 1,
  TINYINT: 1,
  UTINYINT: 1,
  SMALLINT: 2,
  USMALLINT: 2,
  INTEGER: 4,
  UINTEGER: 4,
  BIGINT: 8,
  UBIGINT: 8,
  DOUBLE: 8,
};

/** Whether values of a type can be read as bytes. */
export function isFixed(type: string): boolean {
  return type in WIDTH;
}

/** An empty column for results of a type. @param rows how many values it shall hold */
export function columnFor(type: string, rows: number): ColumnData {
  if (type === 'BIGINT' || type === 'DOUBLE' || type === 'UINTEGER') return new Float64Array(rows);
  if (type === 'UBIGINT') return new BigUint64Array(rows);
  return isFixed(type) ? new Int32Array(rows) : new Array<string | null>(rows);
}

/**
 * Copies a fixed-width vector into a column.
 * @param at first index in the column
 */
export function readFixed(vector: Vector, type: string, count: number, into: ColumnData, at: number): void {
  const width = WIDTH[type]!;
  const bytes = bindings.vector_get_data(vector, count * width);
  const bits = bindings.vector_get_validity(vector, Math.ceil(count / 64) * 8) as Uint8Array | null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, count * width);
  const ints = into as Int32Array;
  for (let i = 0; i < count; i++) {
    const empty = isNullAt(bits, i);
    if (type === 'UBIGINT') (into as BigUint64Array)[at + i] = empty ? 0n : view.getBigUint64(i * 8, true);
    else if (type === 'BIGINT')
      ints[at + i] = empty ? Number.NaN : view.getInt32(i * 8 + 4, true) * 4294967296 + view.getUint32(i * 8, true);
    else if (type === 'DOUBLE') ints[at + i] = empty ? Number.NaN : view.getFloat64(i * 8, true);
    else if (type === 'UINTEGER') ints[at + i] = empty ? Number.NaN : view.getUint32(i * 4, true);
    else if (empty) ints[at + i] = NULL_INT;
    else if (type === 'INTEGER') ints[at + i] = view.getInt32(i * 4, true);
    else if (type === 'SMALLINT') ints[at + i] = view.getInt16(i * 2, true);
    else if (type === 'USMALLINT') ints[at + i] = view.getUint16(i * 2, true);
    else if (type === 'TINYINT') ints[at + i] = view.getInt8(i);
    else ints[at + i] = view.getUint8(i);
  }
}
