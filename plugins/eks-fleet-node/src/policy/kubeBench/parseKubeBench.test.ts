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

import { ObservationFailure } from '../../observation/ObservationFailure';
import { check, controls, printed } from './__testUtils__/printed';
import { parseKubeBench, type KubeBenchText } from './parseKubeBench';

const folded = (...texts: KubeBenchText[]) => {
  const { outcomes, tallies } = parseKubeBench(texts);
  return Object.fromEntries(
    tallies.map(({ pass, policy, skip }) => [
      policy.name,
      outcomes.find(outcome => outcome.policy.name === policy.name)?.result ??
        (pass ? 'pass' : skip && 'skip'),
    ]),
  );
};

function failureOf(text: string): { code: string; message: string } {
  try {
    parseKubeBench([{ text }]);
  } catch (error) {
    expect(error).toBeInstanceOf(ObservationFailure);
    return error as ObservationFailure;
  }
  throw new Error('It was read');
}

describe('parseKubeBench', () => {
  it.each([
    ['PASS', {}, 'pass'],
    ['FAIL', {}, 'fail'],
    ['FAIL', { scored: false }, 'warn'],
    ['WARN', { type: 'manual' }, 'warn'],
    ['INFO', { type: 'skip' }, 'skip'],
    ['fail', { scored: undefined }, 'fail'],
  ])('makes %s with %j %s', (status, more, result) => {
    expect(folded({ text: printed(check('3.2.1', status, more)) })).toEqual({
      '3.2.1': result,
    });
  });

  it('makes a policy of each check, of the kind that the profile is', () => {
    const results = parseKubeBench([
      {
        node: 'ip-10-0-0-1',
        text: printed(
          check('3.2.4', 'FAIL', {
            test_desc: 'Ensure that the --read-only-port is disabled',
            actual_value: '10255',
            expected_result: "'readOnlyPort' is equal to '0'",
            remediation: 'Set readOnlyPort to 0.',
          }),
        ),
      },
    ]);
    expect(results).toEqual({
      policies: [
        {
          engine: 'kube-bench',
          kind: 'eks-1.8.0',
          name: '3.2.4',
          mode: 'audit',
          title: 'Ensure that the --read-only-port is disabled',
          category: 'Kubelet',
          remediation: 'Set readOnlyPort to 0.',
        },
      ],
      outcomes: [
        {
          policy: { engine: 'kube-bench', kind: 'eks-1.8.0', name: '3.2.4' },
          result: 'fail',
          category: 'Kubelet',
          message: 'Ensure that the --read-only-port is disabled',
          resource: { kind: 'Cluster' },
          properties: {
            nodes: 'ip-10-0-0-1',
            check: 'automated',
            scored: 'true',
            expected: "'readOnlyPort' is equal to '0'",
            actual: '10255',
          },
        },
      ],
      tallies: [
        {
          policy: { engine: 'kube-bench', kind: 'eks-1.8.0', name: '3.2.4' },
          passes: 'exact',
          pass: 0,
          skip: 0,
        },
      ],
      truncated: false,
      notes: [],
    });
  });

  it('says what a person has to look at, and what fails without being scored', () => {
    const { outcomes } = parseKubeBench([
      {
        text: printed(
          check('3.2.7', 'WARN', {
            type: 'manual',
            reason: 'Test marked as a manual test',
          }),
          check('3.2.8', 'WARN', { actual_value: '5', scored: false }),
        ),
      },
    ]);
    expect(
      outcomes.map(({ message, properties }) => [message, properties?.check]),
    ).toEqual([
      ['To be checked by hand: Test marked as a manual test', 'manual'],
      ['About 3.2.8', 'automated'],
    ]);
  });

  it('folds nodes to the worst, and names those of which it is', () => {
    const nodes = Array.from({ length: 14 }, (_, index) => `node-${index}`);
    const texts = nodes.map((node, index) => ({
      node,
      text: printed(
        check('3.1.1', 'PASS'),
        check('3.1.2', index === 3 ? 'FAIL' : 'WARN', { type: 'manual' }),
        check('3.1.3', index > 1 ? 'FAIL' : 'PASS'),
        check('3.1.4', index > 1 ? 'INFO' : 'PASS'),
      ),
    }));
    const results = parseKubeBench(texts);
    expect(folded(...texts)).toEqual({
      '3.1.1': 'pass',
      '3.1.2': 'fail',
      '3.1.3': 'fail',
      '3.1.4': 'pass',
    });
    expect(results.outcomes.map(({ properties }) => properties?.nodes)).toEqual(
      [
        'node-3',
        'node-10, node-11, node-12, node-13, node-2, node-3, node-4, node-5, node-6, node-7 and 2 more',
      ],
    );
    expect(parseKubeBench([...texts].reverse())).toEqual(results);
  });

  it('keeps profiles apart, and says of one that is older than it need be', () => {
    const { policies, notes } = parseKubeBench([
      { text: printed(check('3.2.1', 'PASS')) },
      {
        text: JSON.stringify([
          controls([check('3.2.1', 'FAIL')], {
            version: 'eks-1.5.0',
            detected_version: '1.35',
          }),
        ]),
      },
    ]);
    expect(policies.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'eks-1.5.0 3.2.1',
      'eks-1.8.0 3.2.1',
    ]);
    expect(notes).toEqual([
      'Nodes were checked by several profiles, which are not compared: eks-1.5.0, eks-1.8.0.',
      'kube-bench took eks-1.5.0 for Kubernetes 1.35; eks-1.8.0 is nearer to it (`--benchmark eks-1.8.0`).',
    ]);
  });

  const PASSES = JSON.parse(printed(check('1', 'PASS')));
  const FAILS = JSON.parse(
    printed(check('1', 'FAIL', { actual_value: '}"[' })),
  );
  it.each([
    ['one run', JSON.stringify(FAILS)],
    ['no totals', JSON.stringify(FAILS.Controls)],
    ['one set of controls', JSON.stringify(FAILS.Controls[0])],
    ['a list of runs', JSON.stringify([PASSES, FAILS])],
    ['lists in a list', JSON.stringify([PASSES.Controls, FAILS.Controls])],
    [
      'one after the other',
      `${JSON.stringify(PASSES)}\n${JSON.stringify(FAILS)}`,
    ],
    ['with nothing between', JSON.stringify(FAILS) + JSON.stringify(PASSES)],
    ['a byte order mark', `\ufeff${JSON.stringify(FAILS, null, 2)}\n`],
    [
      'totals beside it',
      `{"Totals":{"total_pass":0}} ${JSON.stringify(FAILS)}`,
    ],
    ['a node without checks', JSON.stringify([{ Controls: null }, FAILS])],
  ])('reads %s', (_, text) => {
    expect(folded({ text })).toEqual({ '1': 'fail' });
  });

  it('takes the node from output that names it', () => {
    const { outcomes } = parseKubeBench([
      { text: JSON.stringify({ ...FAILS, node_name: 'ip-10-0-0-9' }) },
      { text: JSON.stringify(FAILS) },
    ]);
    expect(outcomes[0].properties?.nodes).toBe('ip-10-0-0-9 and 1 more');
  });

  it.each([
    ['', 'There is no output of kube-bench: it is empty'],
    [' \n', 'There is no output of kube-bench: it is empty'],
    ['[]', 'There is no output of kube-bench: it is empty'],
    [
      JSON.stringify(FAILS).slice(0, -40),
      'What kube-bench printed is broken JSON, or breaks off',
    ],
    [
      `${JSON.stringify(FAILS)}\n${JSON.stringify(FAILS).slice(0, 60)}`,
      'What kube-bench printed is broken JSON, or breaks off',
    ],
    [
      '<html>Sign in</html>',
      'What is there is no JSON; kube-bench prints it with `--json`',
    ],
    [
      '{"Controls":"all"}',
      'What is there is JSON, and none that kube-bench prints',
    ],
    ['7', 'What is there is JSON, and none that kube-bench prints'],
    [
      '{"Totals":{"total_pass":3}}',
      'What kube-bench printed has no checks in it',
    ],
    [
      '{"Controls":[{"tests":[null,{"results":[7]}]}]}',
      'What kube-bench printed has no checks in it',
    ],
  ])('refuses %j', (text, message) => {
    expect(failureOf(text)).toMatchObject({ code: 'invalid', message });
  });

  it('counts what it cannot tell, and takes nothing from it', () => {
    const { notes, policies } = parseKubeBench([
      {
        text: printed(
          check('1', 'PASS'),
          check('2', 'MAYBE'),
          check('3', 'MAYBE'),
          { status: 'FAIL' },
        ),
      },
    ]);
    expect(policies.map(({ name }) => name)).toEqual(['1']);
    expect(notes).toEqual([
      '2 checks are “MAYBE”, which says neither that they pass nor that they do not.',
      '1 checks have no number, and are left out.',
    ]);
  });

  it('keeps hostile text short, and none of it invisible', () => {
    const {
      outcomes: [outcome],
      policies: [policy],
    } = parseKubeBench([
      {
        node: '\u202eedon',
        text: printed(
          check('__proto__', 'FAIL', {
            test_desc: `<script>\u0000\n${'x'.repeat(1_000_000)}`,
            actual_value: '\u001b[31mred',
            remediation: 7,
            reason: { an: 'object' },
          }),
        ),
      },
    ]);
    expect(policy.name).toBe('__proto__');
    expect(policy.title).toHaveLength(200);
    expect(policy.title).toMatch(/^<script> x+…$/);
    expect(outcome.properties).toMatchObject({
      nodes: 'edon',
      actual: '[31mred',
    });
    expect(outcome.message).toBe(policy.title);
    expect(policy.remediation).toBe('7');
  });

  it('takes no more checks than anybody has', () => {
    const many = Array.from({ length: 2_001 }, (_, index) =>
      check(`9.${index}`, 'FAIL'),
    );
    const results = parseKubeBench([{ text: printed(...many) }]);
    expect(results.policies).toHaveLength(2_000);
    expect(results.truncated).toBe(true);
    expect(results.notes).toEqual(['There are more checks than are taken.']);
  });
});
