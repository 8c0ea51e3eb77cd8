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

// Asks a backend the same again and again, and prints how many milliseconds each
// whole answer took until it was read. In a process of its own, as those who
// look at a page are: reading an answer would keep the backend from the next.
import { performance } from 'node:perf_hooks';

const { url, authorization, warmUp, rounds } = JSON.parse(process.argv[2]);
const times = [];
let answer;
for (let round = -warmUp; round < rounds; round++) {
  const start = performance.now();
  const response = await fetch(url, { headers: { authorization } });
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}`);
  }
  answer = await response.json();
  if (round >= 0) {
    times.push(performance.now() - start);
  }
}
const found = answer.totalItems ?? answer.rows.length;
process.stdout.write(JSON.stringify({ times, found }));
