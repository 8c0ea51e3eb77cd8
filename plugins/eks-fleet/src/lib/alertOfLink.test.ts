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

import { anAlert } from '../__testUtils__/alerts';
import { alertOfLink } from './alertOfLink';

const alerts = [
  anAlert({ fingerprint: 'f1', name: 'A', startsAt: '2026-11-23T10:00:00Z' }),
  anAlert({ fingerprint: 'f2', name: 'B', startsAt: '2026-11-23T10:00:00Z' }),
  anAlert({ fingerprint: 'f3', name: 'B', startsAt: '2026-11-23T11:00:00Z' }),
];

describe('alertOfLink', () => {
  it.each([
    ['fingerprint=f3', 'f3'],
    ['fingerprint=f3&alertname=A', 'f3'],
    ['alertname=B&startsAt=2026-11-23T11:00:00.000Z', 'f3'],
    ['alertname=B', 'f2'],
    ['fingerprint=gone&alertname=A', 'f1'],
    ['fingerprint=gone', undefined],
    ['', undefined],
  ])('of ?%s is %s', (address, fingerprint) => {
    expect(alertOfLink(alerts, new URLSearchParams(address))?.fingerprint).toBe(
      fingerprint,
    );
  });
});
