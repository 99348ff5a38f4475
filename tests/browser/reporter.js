import { stripVTControlCharacters } from 'node:util';

// One line a test, what went wrong in full, and a last line that CI reads.
// A log has no colours.
const text = (error) => stripVTControlCharacters(error.stack ?? error.message ?? error.value);

export default class Reporter {
  passed = 0;
  failed = 0;
  skipped = 0;

  onTestEnd(test, result) {
    const name = test.titlePath().filter(Boolean).join(' › ');
    if (result.status === 'skipped') {
      this.skipped += 1;
    } else if (test.outcome() === 'unexpected') {
      this.failed += 1;
      console.log(`FAILED ${name}`);
      for (const error of result.errors) console.log(text(error));
      for (const { name: kind, path } of result.attachments) if (path) console.log(`  ${kind}: ${path}`);
    } else {
      this.passed += 1;
      console.log(`ok ${name} (${(result.duration / 1000).toFixed(1)} s)`);
    }
  }

  // What goes wrong outside of any test: a file that doesn't parse, a fixture that can't start.
  onError(error) {
    this.failed += 1;
    console.log(text(error));
  }

  onEnd() {
    const skipped = this.skipped ? `, ${this.skipped} skipped` : '';
    console.log(`${this.passed} passed, ${this.failed} failed${skipped}`);
  }

  printsToStdio() {
    return true;
  }
}
