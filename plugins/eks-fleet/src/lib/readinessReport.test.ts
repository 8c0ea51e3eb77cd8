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

import { createTranslator } from '../__testUtils__/createTranslator';
import { NOW } from '../__testUtils__/fleet';
import { aBlocker, aReadinessItem } from '../__testUtils__/readiness';
import {
  causesCsv,
  causesMarkdown,
  clustersCsv,
  clustersMarkdown,
} from './readinessReport';

const t = createTranslator();
const source = {
  target: 'next',
  link: 'https://portal.example.com/eks-fleet/readiness?a=1&b=2',
  now: NOW,
};

describe('the report of causes', () => {
  it('is a table in Markdown, with where it comes from', () => {
    expect(causesMarkdown(t, [aBlocker()], source))
      .toBe(`### Readiness for Next minor

As of 2026-11-23T12:00:00Z: <https://portal.example.com/eks-fleet/readiness?a=1&b=2>

| Cause | Clusters | Owners | Oldest since | Clears by itself | Fix |
| --- | --- | --- | --- | --- | --- |
| metrics-server has no version that runs on 1.35 | 2 | payments 2 | 11 Nov 2026 |   | Update metrics-server to v0.8.0 first. |
`);
  });

  it('is CSV for spreadsheets', () => {
    const [header, line] = causesCsv([
      aBlocker({ title: '=cmd()', owners: [{ owner: '', clusters: 1 }] }),
    ]).split('\r\n');
    expect(header).toMatch(/^title,code,severity,clusters,/);
    expect(line).toMatch(/^'=cmd\(\),addon-incompatible,blocking,2,0,1,2026/);
  });
});

describe('the report of clusters', () => {
  it('is a table in Markdown', () => {
    expect(
      clustersMarkdown(t, [aReadinessItem({ name: 'a|b' })], source),
    ).toContain(
      '| a\\|b | blocked | 1.34 → 1.35 | 2 | metrics-server v0.7.2 does not run on 1.35 | payments |\n',
    );
  });

  it('is CSV for spreadsheets', () => {
    const [header, line] = clustersCsv([
      aReadinessItem({ target: undefined }),
    ]).split('\r\n');
    const cells = Object.fromEntries(
      header.split(',').map((title, index) => [title, line.split(',')[index]]),
    );
    expect(cells).toMatchObject({
      name: 'prod-payments-eu',
      version: '1.34',
      target: '',
      verdict: 'blocked',
      blockers: '2',
      endOfStandardSupport: '2026-12-02T00:00:00Z',
    });
  });
});
