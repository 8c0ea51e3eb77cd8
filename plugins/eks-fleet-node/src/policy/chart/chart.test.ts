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

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import { constraintKind } from '../layers/expectedPolicies';
import { readCases } from './__testUtils__/cases';
import { CHART, FLEET } from './__testUtils__/helm';

function readYaml(...path: string[]): any {
  return parse(readFileSync(join(CHART, ...path), 'utf8'));
}

const NAMES = readdirSync(join(CHART, 'policies')).map(file =>
  file.replace(/\.yaml$/, ''),
);

describe('the chart of policies', () => {
  const values = readYaml('values.yaml');
  const schema = JSON.parse(
    readFileSync(join(CHART, 'values.schema.json'), 'utf8'),
  );
  const { properties } = schema.properties.policies;

  it('has values, a schema and cases for each policy, and for no other', () => {
    expect(Object.keys(values.policies).sort()).toEqual(NAMES);
    expect(Object.keys(properties).sort()).toEqual(NAMES);
    expect([...readCases().keys()]).toEqual(NAMES);
    expect(
      schema.properties.exceptions.additionalProperties.properties.policies.items.enum
        .slice()
        .sort(),
    ).toEqual(NAMES);
  });

  it.each(NAMES)('describes %s for people, and its parameters alike', name => {
    const policy = readYaml('policies', `${name}.yaml`);
    expect(policy).toMatchObject({
      kind: constraintKind(name),
      title: expect.stringMatching(/^[A-Z].*[^.]$/),
      category: expect.stringMatching(/^[a-z-]+$/),
      severity: expect.stringMatching(/^(critical|high|medium|low|info)$/),
      description: expect.stringMatching(/\.$/),
      remediation: expect.stringMatching(/\.$/),
      documentation: expect.stringMatching(/^https:\/\//),
    });
    const filledIn = name === 'removed-apis' ? ['apis'] : [];
    const parameters = Object.keys(policy.parameters)
      .filter(key => !filledIn.includes(key))
      .sort();
    expect(Object.keys(values.policies[name].parameters).sort()).toEqual(
      parameters,
    );
    expect(
      Object.keys(
        properties[name].properties.parameters.properties ?? {},
      ).sort(),
    ).toEqual(parameters);
  });

  it.each(NAMES)('has cases of every result for %s', name => {
    const results = readCases()
      .get(name)!
      .map(({ result }) => result);
    expect(new Set(results)).toEqual(
      new Set(
        name === 'removed-apis'
          ? ['pass', 'fail', 'excluded']
          : ['pass', 'fail', 'excluded', 'exempt'],
      ),
    );
  });

  it('names APIs that are removed once, with what to use', () => {
    const { apis } = readYaml('data', 'removed-apis.yaml');
    const seen = apis.flatMap(({ api, kinds }: any) =>
      Object.keys(kinds).map(kind => `${api} ${kind}`),
    );
    expect(new Set(seen).size).toBe(seen.length);
    for (const { removed, api, use, kinds } of apis) {
      expect(removed).toMatch(/^1\.\d\d$/);
      expect(api).toMatch(/\/v\d+(alpha|beta)\d+$/);
      expect(use).not.toBe(api);
      expect(Object.keys(kinds)).not.toHaveLength(0);
    }
  });

  it('is told its layers by the ApplicationSet where the portal reads them', () => {
    const { spec } = parse(
      readFileSync(join(FLEET, 'argocd/fleet-policies.yaml'), 'utf8'),
    );
    const [chart] = spec.template.spec.sources;
    expect(chart.path).toBe(relative(FLEET, CHART));
    expect(
      chart.helm.valueFiles.map((file: string) =>
        file.replaceAll(/\{\{[^}]*?(\w+)"?( \| default "none")? \}\}/g, '{$1}'),
      ),
    ).toEqual([
      '/policies/default.yaml',
      '/policies/environments/{environment}.yaml',
      '/policies/tenants/{tenant}.yaml',
      '/policies/clusters/{aws_account_id}/{aws_region}/{aws_cluster_name}.yaml',
    ]);
  });
});
