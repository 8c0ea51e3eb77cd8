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

import { CollectingSink } from '../__testUtils__/CollectingSink';
import type { ReadResult } from './readReport';
import { ResultMerger } from './ResultMerger';

/** Numbers that are the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 0x1_0000_0000;
    let value = state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

const VERDICTS = ['pass', 'skip', 'exempt', 'warn', 'error', 'fail'] as const;

function randomResults(random: () => number): ReadResult[] {
  const pick = <T>(...items: T[]): T =>
    items[Math.floor(random() * items.length)];
  return Array.from({ length: Math.floor(random() * 60) }, () => ({
    source: pick('kyverno', 'Kyverno', 'falco'),
    policy: {
      engine: 'kyverno' as const,
      kind: pick('ClusterPolicy', 'ValidatingPolicy'),
      name: pick('a', 'b', 'a\nb'),
    },
    rule: pick(undefined, 'r', '0'),
    verdict: pick(...VERDICTS),
    message: pick(undefined, 'one', 'two', '\u0000'),
    evaluatedAt: pick(
      undefined,
      '2026-11-29T00:00:00.000Z',
      '2026-11-28T00:00:00.000Z',
    ),
    resource: {
      apiVersion: pick('apps/v1', 'apps/v1beta1', 'v1'),
      kind: pick('Deployment', 'Pod'),
      namespace: pick('shop', 'pay'),
      name: pick('web', 'api'),
      ...(random() < 0.3 && {
        controller: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      }),
    },
  }));
}

function shuffled<T>(items: T[], random: () => number): T[] {
  return items
    .map(item => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

const sortedKeys = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort())
    : value;

function merge(results: ReadResult[]) {
  const merger = new ResultMerger();
  results.forEach(result => merger.add(result));
  const sink = new CollectingSink();
  sink.outcomes(merger.take({ all: true }));
  const bySelf = (items: unknown[]) =>
    items.map(item => JSON.stringify(item, sortedKeys)).sort();
  return {
    outcomes: bySelf(
      sink.given.map(({ result, policy, rule, message, resource }) => ({
        result,
        policy,
        rule,
        message,
        on: resource.controller ?? resource,
        namespace: resource.namespace,
      })),
    ),
    tallies: bySelf(merger.tallies({ complete: true, nonePass: false })),
  };
}

const finding = (more: Partial<ReadResult> = {}): ReadResult => ({
  source: 'kyverno',
  policy: { engine: 'kyverno', kind: 'ClusterPolicy', name: 'a' },
  rule: 'r',
  verdict: 'fail',
  resource: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'shop',
    name: 'web',
  },
  ...more,
});

describe('ResultMerger', () => {
  it('comes to the same, in whichever order results come', () => {
    let findings = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const random = randomOf(seed);
      const results = randomResults(random);
      const merged = merge(results);
      findings += merged.outcomes.length;
      expect({ seed, ...merge(shuffled(results, random)) }).toEqual({
        seed,
        ...merged,
      });
      // What is said twice is said once.
      expect({ seed, ...merge([...results, ...results]) }).toEqual({
        seed,
        ...merged,
      });
    }
    expect(findings).toBeGreaterThan(1_000);
  });

  it.each(
    VERDICTS.slice(2).map((verdict, at) => [
      verdict,
      VERDICTS.slice(0, at + 2),
    ]),
  )('finds %s, whatever less there is', (verdict, lesser) => {
    const merger = new ResultMerger();
    for (const each of [
      ...(lesser as string[]),
      verdict,
      ...(lesser as string[]),
    ]) {
      merger.add(finding({ verdict: each as ReadResult['verdict'] }));
    }
    expect(merger.take({ all: true }).map(({ result }) => result)).toEqual([
      verdict,
    ]);
    expect(merger.tallies({ complete: true, nonePass: false })).toMatchObject([
      { pass: 0, skip: 0 },
    ]);
  });

  it.each([
    ['policy', { policy: { ...finding().policy, name: 'b' } }],
    ['rule', { rule: 'other' }],
    ['kind', { resource: { ...finding().resource, kind: 'StatefulSet' } }],
    ['namespace', { resource: { ...finding().resource, namespace: 'pay' } }],
    ['name', { resource: { ...finding().resource, name: 'api' } }],
    ['group', { resource: { ...finding().resource, apiVersion: 'x.io/v1' } }],
  ])('tells findings apart by their %s', (_, other) => {
    const merger = new ResultMerger();
    merger.add(finding());
    merger.add(finding(other));
    expect(merger.take({ all: true })).toHaveLength(2);
  });

  it.each([
    ['message', { message: 'other' }],
    ['version', { resource: { ...finding().resource, apiVersion: 'apps/v2' } }],
    ['time', { evaluatedAt: '2026-11-29T00:00:00.000Z' }],
  ])('does not tell findings apart by their %s', (_, other) => {
    const merger = new ResultMerger();
    merger.add(finding());
    merger.add(finding(other));
    expect(merger.take({ all: true })).toHaveLength(1);
  });

  it('gives a finding again that turns out worse than it was given', () => {
    const merger = new ResultMerger();
    merger.add(finding({ verdict: 'warn' }));
    expect(merger.take({ all: true })).toHaveLength(1);
    merger.add(finding({ verdict: 'warn', message: 'again' }));
    expect(merger.take({ all: true })).toEqual([]);
    merger.add(finding({ verdict: 'fail' }));
    expect(merger.take({ all: true })).toMatchObject([{ result: 'fail' }]);
  });

  it('hands findings on before all of them are there', () => {
    const merger = new ResultMerger();
    const add = (at: number) =>
      merger.add(finding({ resource: { kind: 'Pod', name: `web-${at}` } }));
    for (let at = 0; at < 4_999; at++) {
      add(at);
    }
    expect(merger.take()).toEqual([]);
    add(4_999);
    expect(merger.take()).toHaveLength(5_000);
    expect(merger.take({ all: true })).toEqual([]);
  });
});
