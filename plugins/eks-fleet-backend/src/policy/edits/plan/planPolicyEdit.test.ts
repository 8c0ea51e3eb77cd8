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
import { join } from 'node:path';
import type { PolicyChange } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { ChartSchema } from './ChartSchema';
import { planPolicyEdit, type EditGround } from './planPolicyEdit';

const CHART = join(__dirname, '../../../../../../gitops/charts/fleet-policies');
const VALUES = readFileSync(join(CHART, 'values.yaml'), 'utf8');
const SCHEMA = ChartSchema.parse(
  readFileSync(join(CHART, 'values.schema.json'), 'utf8'),
) as ChartSchema;
const PROD = 'env/prod.yaml';

function ground(
  texts: Record<string, string> = {},
  part: Partial<EditGround> = {},
): EditGround {
  return {
    clusters: ['alpha', 'beta'].map(arn => ({
      arn,
      paths: ['values.yaml', 'default.yaml', PROD, `own/${arn}.yaml`],
    })),
    texts: new Map(Object.entries({ 'values.yaml': VALUES, ...texts })),
    schema: SCHEMA,
    edited: [PROD],
    ...part,
  };
}

const plan = (
  change: PolicyChange,
  texts?: Record<string, string>,
  part?: Partial<EditGround>,
  policy = 'no-latest-tag',
) => planPolicyEdit(policy, change, ground(texts, part));

describe('planPolicyEdit', () => {
  it('writes one file, and says of each cluster what that does', () => {
    const { diff, effects, files, problems } = plan(
      { mode: 'enforce' },
      { 'own/beta.yaml': 'policies: { no-latest-tag: { mode: warn } }' },
    );
    expect(problems).toEqual([]);
    expect(files).toEqual([
      {
        path: PROD,
        values: [{ pointer: '/policies/no-latest-tag/mode', to: 'enforce' }],
      },
    ]);
    expect(diff).toContain('--- /dev/null\n+++ b/env/prod.yaml');
    expect(Object.fromEntries(effects)).toMatchObject({
      alpha: {
        effect: 'changes',
        before: { mode: 'audit' },
        after: { mode: 'enforce' },
      },
      beta: { effect: 'overridden', overriddenBy: ['own/beta.yaml'] },
    });
  });

  it.each<[string, PolicyChange, Record<string, string>, object]>([
    [
      'switches on what the layers below have off',
      { mode: 'warn' },
      { 'default.yaml': 'policies: { no-latest-tag: { enabled: false } }' },
      { enabled: true, mode: 'warn' },
    ],
    [
      'does not say that it is on where the layers below do',
      { mode: 'warn' },
      {},
      { mode: 'warn' },
    ],
    [
      'switches off, and leaves the mode',
      { mode: 'off' },
      {},
      { enabled: false },
    ],
    [
      'sets parameters and exclusions',
      {
        parameters: { tags: ['main'] },
        exclude: { namespaces: ['a-*'], resources: [{ kind: 'Job' }] },
      },
      {},
      {
        parameters: { tags: ['main'] },
        exclude: { namespaces: ['a-*'], resources: [{ kind: 'Job' }] },
      },
    ],
  ])('%s', (_, change, texts, said) => {
    const { files, problems } = plan(change, texts);
    expect(problems).toEqual([]);
    const set: Record<string, any> = {};
    for (const { pointer, to } of files[0].values) {
      const [, , , first, second] = pointer.split('/');
      set[first] = second ? { ...set[first], [second]: to } : to;
    }
    expect(set).toEqual(said);
  });

  it('leaves to the layers below what it said itself', () => {
    const { effects, files } = plan(
      { leave: ['mode', 'parameters.tags'] },
      {
        [PROD]:
          'policies:\n  no-latest-tag:\n    enabled: true\n    mode: warn\n    parameters:\n      tags: [main]\n',
      },
    );
    expect(files[0].values).toEqual([
      { pointer: '/policies/no-latest-tag/enabled', from: true },
      { pointer: '/policies/no-latest-tag/mode', from: 'warn' },
      {
        pointer: '/policies/no-latest-tag/parameters/tags',
        from: ['main'],
      },
    ]);
    expect(effects.get('alpha')).toMatchObject({
      effect: 'changes',
      before: { mode: 'warn', parameters: { tags: ['main'] } },
      after: { mode: 'audit', parameters: { tags: ['latest'] } },
    });
  });

  it('keeps comments, order and all else of the file', () => {
    const text =
      '# ours\npolicies:\n  require-owner: { mode: warn } # first\n  no-latest-tag:\n    mode: warn # soon\n# the end\n';
    const { diff } = plan({ mode: 'enforce' }, { [PROD]: text });
    expect(diff.split('\n').filter(line => /^[-+] /.test(line))).toEqual([
      '-    mode: warn # soon',
      '+    mode: enforce # soon',
    ]);
  });

  it.each<[string, PolicyChange, string, RegExp]>([
    ['nothing', {}, 'change', /nothing would change/],
    [
      'what is set and left at once',
      { mode: 'warn', leave: ['mode'] },
      'change.mode',
      /left to the layers below too/,
    ],
    [
      'a parameter of another policy',
      { parameters: { targetVersion: '1.36' } },
      'change.parameters.targetVersion',
      /there are tags/,
    ],
    [
      'a parameter of every object',
      { parameters: JSON.parse('{"__proto__": {"x": 1}}') },
      'change.parameters.__proto__',
      /is no parameter/,
    ],
    [
      'a value of another kind',
      { parameters: { tags: 'latest' } },
      'change.parameters.tags',
      /must be array/,
    ],
    [
      'text that could be a template',
      { parameters: { tags: ['{{ .Release.Name }}'] } },
      'change.parameters.tags.0',
      /must match pattern/,
    ],
  ])('refuses %s', (_, change, field, message) => {
    const { files, problems } = plan(change);
    expect(problems[0]).toEqual({
      field,
      message: expect.stringMatching(message),
    });
    expect(problems).toHaveLength(1);
    void files;
  });

  it('says once what all clusters would refuse, and not what was wrong before', () => {
    const { problems } = plan(
      { mode: 'enforce' },
      { 'default.yaml': 'kyverno: { failurePolicy: Maybe }' },
    );
    expect(problems).toEqual([]);
  });

  it('switches modes alone where the chart has no schema', () => {
    expect(plan({ mode: 'warn' }, {}, { schema: undefined }).problems).toEqual(
      [],
    );
    expect(
      plan({ parameters: { tags: [] } }, {}, { schema: undefined }).problems,
    ).toMatchObject([{ field: 'change.parameters.tags' }]);
  });

  it('leaves a file that it cannot edit with care', () => {
    expect(
      plan({ mode: 'warn' }, { [PROD]: 'policies: [' }).problems,
    ).toMatchObject([
      { field: 'layer', message: expect.stringContaining(PROD) },
    ]);
  });

  it('does not know what a broken layer of one cluster makes of it', () => {
    const { effects, problems } = plan(
      { mode: 'enforce' },
      { 'own/beta.yaml': 'policies: { nothing: {} }' },
    );
    expect(problems).toEqual([]);
    expect(effects.get('beta')).toMatchObject({
      effect: 'unknown',
      problem: expect.stringContaining('own/beta.yaml'),
    });
    expect(effects.get('alpha')).toMatchObject({ effect: 'changes' });
  });

  it('plans three thousand clusters in a moment', () => {
    const clusters = Array.from({ length: 3000 }, (_, index) => ({
      arn: `c${index}`,
      paths: ['values.yaml', 'default.yaml', PROD, `own/c${index}.yaml`],
    }));
    const texts = Object.fromEntries(
      clusters
        .filter((_, index) => index % 10 === 0)
        .map(({ paths }) => [
          paths[3],
          'policies: { no-latest-tag: { mode: warn } }',
        ]),
    );
    const started = process.hrtime.bigint();
    const { effects } = plan({ mode: 'enforce' }, texts, { clusters });
    const ms = Number(process.hrtime.bigint() - started) / 1e6;
    expect(effects.size).toBe(3000);
    expect(ms).toBeLessThan(3000);
  });
});
