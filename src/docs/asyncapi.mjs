// Says what is wrong with an AsyncAPI file; the least remark fails.
import { Parser, fromFile } from '@asyncapi/parser';

// 3.0 is what most tools can read.
const parser = new Parser({ ruleset: { rules: { 'asyncapi-latest-version': 'off' } } });
const file = process.argv[2];
const { document, diagnostics } = await fromFile(parser, file).parse();
for (const { code, message, path, range } of diagnostics) {
  console.log(`${file}:${range.start.line + 1} ${code} at ${path.join('.')}: ${message}`);
}
if (!document || diagnostics.length > 0) {
  process.exit(1);
}
console.log(`${file}: ${document.allMessages().length} messages, no remark`);
