#!/usr/bin/env node
// The command as installed. Plain JavaScript without a static import and without newer syntax, so that a Node that is
// too old still parses it and gets to say what to do instead of printing a stack.
var needed = 24;
var major = Number(process.versions.node.split('.')[0]);

// A checkout has src/ and runs from it. The package has only dist/: Node refuses TypeScript under node_modules.
function entry() {
  return import('node:fs').then((fs) => {
    var source = new URL('../src/cli/main.ts', import.meta.url);
    var installed = import.meta.url.indexOf('/node_modules/') !== -1;
    return !installed && fs.existsSync(source) ? source.href : new URL('../dist/cli/main.js', import.meta.url).href;
  });
}

if (!(major >= needed)) {
  console.error(
    'backchannel: needs Node ' +
      needed +
      ' or newer, this is ' +
      process.versions.node +
      ': install one beside it with "npm install node@' +
      needed +
      '" and run "npx backchannel" there',
  );
  process.exitCode = 1;
} else {
  entry()
    .then((url) => import(url))
    .then((cli) => cli.main(process.argv.slice(2)))
    .then((code) => {
      process.exitCode = code;
    })
    .catch((error) => {
      // main() prints its own errors; what arrives here is a bug or a broken installation, so the stack is wanted.
      console.error('backchannel: could not start:', error);
      process.exitCode = 1;
    });
}
