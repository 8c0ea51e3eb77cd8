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

// Submits all that it reads at once, and prints how many milliseconds each took
// until it was accepted, and which it is. In a process of its own, as people are.
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';

const { url, authorization, submissions } = JSON.parse(
  await text(process.stdin),
);
const start = performance.now();
const accepted = await Promise.all(
  submissions.map(async submission => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(submission),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(`${response.status}: ${JSON.stringify(answer)}`);
    }
    return { id: answer.id, milliseconds: performance.now() - start };
  }),
);
process.stdout.write(JSON.stringify(accepted));
