/** Addresses of mail as programs write them. */

/** An addr-spec without what may stand around and inside it (RFC 5322, 4.4: routes, white space, comments). */
export function cleanSpec(text: string): string {
  let spec = text.trim();
  if (spec.includes('(')) spec = spec.replace(/\([^()]*\)/g, '');
  spec = spec.replace(/^\s*@[^:]*:/, '').replace(/^\s*(mailto|smtp):\s*/i, '');
  if (/\s/.test(spec)) spec = spec.replace(/\s*(?:\r?\n)?\s*([@.])\s*/g, '$1').trim();
  const apostrophes = /^'([^']*@[^']*)'$/.exec(spec);
  if (apostrophes !== null) spec = apostrophes[1]!;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is cut
  return spec.replace(/[\u0000-\u001f\u007f]/g, '');
}
