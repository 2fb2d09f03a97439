// Preloaded into the program: writes the files that it has loaded when it ends, one a line.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const loaded = Object.keys(require.cache).filter((file) => file !== __filename);
  writeFileSync(process.env.LOADED_FILES, loaded.join('\n'));
});
