/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import assert from 'node:assert/strict';

const results = { passed: 0, failed: 0 };

function say(text) {
  process.stdout.write(`${text}\n`);
}

/** One thing that must hold. The others are checked all the same. */
export async function check(name, verify) {
  try {
    await verify();
    results.passed += 1;
    say(`  ✔ ${name}`);
    return true;
  } catch (error) {
    results.failed += 1;
    say(`  ✖ ${name}`);
    say(error.message.replace(/^/gm, '      '));
    return false;
  }
}

/** Work that what comes next needs; it counts only when it fails. */
export async function step(name, work) {
  const start = Date.now();
  say(`» ${name}`);
  try {
    return await work();
  } finally {
    say(`« ${name}: ${Math.round((Date.now() - start) / 1000)} s`);
  }
}

/** Runs a part whose failure leaves the other parts alone. */
export async function part(name, work) {
  try {
    await step(name, work);
  } catch (error) {
    results.failed += 1;
    say(`  ✖ ${name}`);
    say(error.message.replace(/^/gm, '      '));
  }
}

export function finish() {
  say(`\n${results.passed} passed, ${results.failed} failed`);
  return results.failed > 0 || results.passed === 0 ? 1 : 0;
}

export { assert, say };
