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

import { ConfigReader } from '@backstage/config';
import { readIngestConfig } from './readIngestConfig';

const read = (ingest?: object) =>
  readIngestConfig(
    new ConfigReader(ingest ? { eksFleet: { ingest: ingest as never } } : {}),
  );
const DAY_MS = 86_400_000;

describe('readIngestConfig', () => {
  it('works without a word', () => {
    expect(read()).toEqual({
      enabled: true,
      tokens: { defaultDays: 90, maxDays: 365 },
      policyReporter: { staleAfterMs: DAY_MS, expireAfterMs: 7 * DAY_MS },
      kubeBench: { staleAfterMs: 8 * DAY_MS, expireAfterMs: 30 * DAY_MS },
    });
  });

  it('takes what it is told', () => {
    expect(
      read({
        enabled: false,
        tokens: { maxDays: 30 },
        policyReporter: { expireAfter: { days: 2 }, staleAfter: 'PT6H' },
      }),
    ).toMatchObject({
      enabled: false,
      tokens: { defaultDays: 30, maxDays: 30 },
      policyReporter: {
        staleAfterMs: DAY_MS / 4,
        expireAfterMs: 2 * DAY_MS,
      },
    });
  });

  it.each([
    [{ tokens: { maxDays: 0 } }, 'eksFleet.ingest.tokens.maxDays: 0'],
    [
      { tokens: { maxDays: 10, defaultDays: 11 } },
      'eksFleet.ingest.tokens.defaultDays: 11 is not between 1 and 10 days',
    ],
    [
      { policyReporter: { expireAfter: { minutes: 1 } } },
      'eksFleet.ingest.policyReporter.expireAfter: it is between one hour',
    ],
    [
      { kubeBench: { staleAfter: 'soon' } },
      'eksFleet.ingest.kubeBench.staleAfter',
    ],
  ])('refuses %j, and names the key', (ingest, words) => {
    expect(() => read(ingest)).toThrow(words);
  });
});
