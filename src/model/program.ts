/** The program's name and version as it says them of itself; a test compares with package.json. */
export const PROGRAM: { readonly name: string; readonly version: string } = { name: 'backchannel', version: '0.1.0' };
