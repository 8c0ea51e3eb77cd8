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

import { describeGo, leadOn, namesCluster, parseGo } from './goLink';

const go = (text: string) => parseGo(new URLSearchParams(text));

describe('parseGo', () => {
  it('reads what a link names and keeps what the page behind it wants', () => {
    expect(
      go(
        'cluster=prod&account=111122223333&region=eu-west-1&view=alerts&alertname=X&fingerprint=f&startsAt=2026&evil=1',
      ),
    ).toEqual({
      request: {
        cluster: 'prod',
        account: '111122223333',
        region: 'eu-west-1',
      },
      kept: 'view=alerts&alertname=X&fingerprint=f&startsAt=2026',
      elsewhere: false,
    });
  });

  it.each([
    ['rollout=r1&cell=c', true],
    ['request=7', true],
    ['cluster=prod&rollout=r1', false],
    ['', false],
  ])('knows whether ?%s leads elsewhere', (text, elsewhere) => {
    expect(go(text).elsewhere).toBe(elsewhere);
  });

  it.each([
    ['arn=a', true],
    ['cluster=c', true],
    ['account=1&region=r', false],
    ['cluster=%20', false],
  ])('knows whether ?%s names a cluster', (text, named) => {
    expect(namesCluster(go(text).request)).toBe(named);
  });
});

it('says what was looked for', () => {
  expect(describeGo({ cluster: 'prod', region: 'eu-west-1' })).toBe(
    'region eu-west-1, cluster prod',
  );
});

it('hands on nothing where there is nothing', () => {
  expect(leadOn('/a', '')).toBe('/a');
  expect(leadOn('/a', 'view=alerts')).toBe('/a?view=alerts');
});
