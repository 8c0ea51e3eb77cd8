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

import {
  checkNamespaceSpec,
  type NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { ConfigReader } from '@backstage/config';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '../../config/readConfig';
import { aCluster, aGround } from './__testUtils__/grounds';
import { assessNamespace } from './assessNamespace';
import { readRequestConfig } from './config/readRequestConfig';
import { namespaceCost } from './cost/namespaceCost';

const DOCS = readFileSync(
  resolve(__dirname, '../../../../../docs/requests-approval.md'),
  'utf8',
);

const [CONFIG, ...EXAMPLES] = [
  ...DOCS.matchAll(/^```yaml\n([\s\S]*?)^```$/gm),
].map(([, text]) => parse(text));

describe('docs/requests-approval.md', () => {
  const config = readRequestConfig(new ConfigReader(CONFIG));

  it('has configuration that is accepted', () => {
    expect(config.quotas).toHaveLength(2);
    expect(
      readConfig(new ConfigReader(CONFIG) as never).instancePrices.size,
    ).toBe(2);
  });

  it('has examples', () => {
    expect(EXAMPLES.map(({ answer }) => answer.outcome)).toEqual([
      'allow',
      'needsApproval',
      'deny',
    ]);
  });

  it.each(EXAMPLES.map(example => [example.answer.outcome, example]))(
    'is right about the example that is answered with %s',
    (_, { answer, ask }) => {
      const ground = {
        ...aGround({
          clusters: [aCluster({ name: 'apps-dev', environment: 'dev' })],
        }),
        config,
      };
      const { spec } = checkNamespaceSpec(ask.spec) as { spec: NamespaceSpec };
      const asked = { operation: ask.operation, spec };
      const { outcome, reasons } = assessNamespace(asked, ground);
      expect({
        outcome,
        reasons: reasons.map(({ message }) => message),
        monthlyCost: namespaceCost(asked, ground).after.maximum,
      }).toEqual(answer);
    },
  );

  it('tells of each code that a rule gives, and of no other', () => {
    const rules = resolve(__dirname, 'rules');
    const given = readdirSync(rules)
      .filter(name => name.endsWith('Reasons.ts'))
      .flatMap(name => codesIn(readFileSync(resolve(rules, name), 'utf8')));
    const told = [
      ...DOCS.matchAll(/^\| (`.*?`) +\| (?:deny|approval|note) /gm),
    ].flatMap(([, codes]) => codes.replaceAll('`', '').split(', '));
    expect(told.length).toBeGreaterThan(50);
    expect([...new Set(told)].sort()).toEqual([...new Set(given)].sort());
  });
});

/** Codes that a file gives reasons with, those that follow from others among them. */
function codesIn(source: string): string[] {
  const plain = [
    ...source.matchAll(/\b(?:deny|needsApproval|note)\(\s*'(\w+)'/g),
  ].map(([, code]) => code);
  const named = [...source.matchAll(/\bcode: '(\w+)'/g)].flatMap(([, code]) => [
    code,
    `${code}Unread`,
  ]);
  const placed = source.includes('NotAllowed`,')
    ? ['accountNotAllowed', 'regionNotAllowed']
    : [];
  return [...plain, ...named, ...placed];
}
