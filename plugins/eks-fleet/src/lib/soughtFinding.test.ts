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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { namesCluster, parseGo } from './goLink';
import { describeSought, parseSought, soughtFilters } from './soughtFinding';

const parse = (text: string, onCluster = true) =>
  parseSought(new URLSearchParams(text), onCluster);

describe('parseSought', () => {
  it.each([
    'policy=no-latest&namespace=shop&kind=Deployment&resource=web',
    'view=policy&policy=no-latest&namespace=shop&kind=Deployment&resource=web',
    'view=findings&policy=%20no-latest%0A&namespace=shop&kind=Deployment&resource=web&evil=1',
  ])('reads what ?%s looks for', text => {
    expect(parse(text)).toEqual({
      policy: 'no-latest',
      namespace: 'shop',
      kind: 'Deployment',
      resource: 'web',
    });
  });

  it.each([
    ['', true],
    ['policy=%20', true],
    ['view=policy', true],
    ['view=alerts&namespace=shop', true],
    // The page has filters of its own.
    ['view=findings&namespace=shop', false],
  ])('looks for nothing in ?%s', (text, onCluster) => {
    expect(parse(text, onCluster)).toBeUndefined();
  });

  it('takes no more of a text than a name may have', () => {
    expect(parse(`policy=${'x'.repeat(5000)}`)!.policy).toHaveLength(300);
  });
});

describe('soughtFilters', () => {
  it('leaves out more and more of what was looked for', () => {
    expect(
      soughtFilters(
        {
          policy: 'no-latest',
          namespace: 'shop',
          kind: 'Pod',
          resource: 'web-1',
        },
        'arn:1',
      ),
    ).toEqual([
      {
        cluster: ['arn:1'],
        name: ['no-latest'],
        namespace: ['shop'],
        kind: ['Pod'],
        resource: ['web-1'],
      },
      { cluster: ['arn:1'], name: ['no-latest'], namespace: ['shop'] },
      { cluster: ['arn:1'], name: ['no-latest'] },
      { cluster: ['arn:1'], namespace: ['shop'] },
      { cluster: ['arn:1'] },
    ]);
  });

  it('knows the name of a policy with its namespace before it', () => {
    expect(soughtFilters({ policy: 'shop/no-latest' }, undefined)[0]).toEqual({
      name: ['no-latest'],
    });
  });

  it('asks nothing twice', () => {
    expect(soughtFilters({ policy: 'no-latest' }, undefined)).toEqual([
      { name: ['no-latest'] },
      {},
    ]);
  });
});

it('says what was looked for', () => {
  expect(describeSought({ resource: 'web', policy: 'no-latest' })).toBe(
    'policy no-latest, resource web',
  );
});

it('understands the links that the documentation gives to other systems', () => {
  const page = readFileSync(
    resolve(__dirname, '../../../../docs/policies.md'),
    'utf8',
  );
  const links = [
    ...page.matchAll(/^.*(https:.*\/eks-fleet\/go\?.*?)(\{\{ end.*)?$/gm),
  ]
    .map(([, link]) => link.replace(/\{\{.*?\}\}/g, 'x'))
    .map(link => new URL(link).searchParams);
  expect(links).toHaveLength(4);
  for (const params of links) {
    const { request, kept } = parseGo(params);
    expect(namesCluster(request)).toBe(true);
    const sought = parseSought(params, true);
    expect(sought ? describeSought(sought) : kept).toMatch(
      /^(view=policy|policy x, namespace x)$/,
    );
  }
});
